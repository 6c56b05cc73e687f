import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../base/log.ts'
import { bounded } from './bounded.ts'
import { faultOf, withoutAddress } from './faults.ts'
import type { Answering } from './keys.ts'
import type { Request, Wire } from './wire.ts'
import { flag } from './write.ts'

/** Kinds of first answers. */
export const callback = { message: 4, waiting: 5, nothing: 6, instead: 7, window: 9 } as const

/** What became of the first answer. `taken`: it was this very one; `told` is what Discord says about it. */
export type First =
  { readonly is: 'taken'; readonly told?: unknown } | { readonly is: 'before' } | { readonly is: 'expired' }

/** One interaction, as far as this process knows it. */
export interface Answer {
  /** The message whose button was pressed. */
  readonly on?: string
  /** Gives the first answer, unless there is one. */
  first(request: Request): Promise<First>
  /** What became of the first answer, given or not. */
  given(): Promise<First>
  /** Is there a message that waits for its words? */
  waits(): Promise<boolean>
  /** Its words came, or it was taken away. */
  settled(): void
  /** Words are on their way: later. */
  owes(): void
  /** One after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

/** Discord takes a first answer during three seconds; what is left of them is for the way. */
const inTime = 1_800
const tries = 3

export const createAnswers = ({ wire, log }: { readonly wire: Wire; readonly log: Log }) => {
  const known = bounded<string, Answer & { finish(): Promise<void> }>(2_000)

  /** A first answer that may have arrived is given again: Discord then says that there is one. */
  const post = async ({ id, token }: Answering, request: Request): Promise<First> => {
    for (let at = 1; ; at += 1) {
      try {
        const sent = { ...request, open: true, query: { with_response: 'true' } } as const
        return { is: 'taken', told: await wire.post(`/interactions/${id}/${token}/callback`, sent) }
      } catch (error) {
        const fault = faultOf(error)
        switch (fault?.is) {
          case 'answered':
            return at === 1 ? { is: 'before' } : { is: 'taken' }
          case 'gone':
            return { is: 'expired' }
          case 'later':
          case 'lost':
            if (at === tries) return { is: 'expired' }
            await wait(150 * at)
            break
          case 'unauthorized':
          case undefined:
            throw withoutAddress(error)
        }
      }
    }
  }

  /** `heard`: by this process, which then knows what was said since. */
  const create = (of: Answering, heard: boolean, on?: string): Answer & { finish(): Promise<void> } => {
    let first: Promise<First> | undefined =
      heard || of.mode === 'open' ? undefined : Promise.resolve({ is: 'before' })
    let waiting: boolean | undefined = of.mode === 'reply' || of.mode === 'amend' ? heard || undefined : false
    let owing = false
    let turn: Promise<unknown> = Promise.resolve()
    const original = `/webhooks/${of.application}/${of.token}/messages/@original` as const

    const isLoading = async (): Promise<boolean> => {
      const there = await wire.get(original, { open: true })
      const flags = typeof there === 'object' && there !== null && 'flags' in there ? there.flags : 0
      return typeof flags === 'number' && (flags & flag.loading) !== 0
    }
    const answer: Answer = {
      ...(on !== undefined && { on }),
      first: async (request) => {
        if (first) {
          const { is } = await first
          return is === 'expired' ? { is } : { is: 'before' }
        }
        first = post(of, request)
        // A bug of ours must not take away the chance to answer otherwise.
        first.catch(() => (first = undefined))
        return first
      },
      given: async () => (await first) ?? { is: 'before' },
      waits: async () => (waiting ??= await isLoading()),
      settled: () => (waiting = false),
      owes: () => (owing = true),
      inTurn: (work) => {
        const done = turn.then(work)
        turn = done.catch(() => undefined)
        return done
      },
    }
    return {
      ...answer,
      finish: async () => {
        await turn
        if (of.mode === 'open') await answer.first({ body: { type: callback.nothing } })
        if (of.mode !== 'reply' || !waiting || owing || (await answer.given()).is === 'expired') return
        waiting = false
        await wire.delete(original, { open: true })
      },
    }
  }

  const failed = (of: Answering, words: string) => (error: unknown) =>
    log.error({ err: withoutAddress(error), interaction: of.id }, words)

  return {
    of: (of: Answering): Answer => {
      const there = known.get(of.id) ?? create(of, false)
      known.set(of.id, there)
      return there
    },

    /** Answers at once, before anything else is done: « thinking », or nothing to be seen. `on`: the message whose button was pressed. */
    begin: (of: Answering, on?: string): void => {
      const answer = create(of, true, on)
      known.set(of.id, answer)
      const flags = of.reach === 'asker' ? flag.ephemeral : 0
      const give = (request: Request) =>
        void answer
          .first(request)
          .then(
            ({ is }) =>
              is === 'expired' && log.warn({ interaction: of.id }, 'Discord waited too long for an answer'),
            failed(of, 'a first answer was refused'),
          )
      if (of.mode === 'reply') give({ body: { type: callback.waiting, data: { flags } } })
      if (of.mode === 'update' || of.mode === 'amend') give({ body: { type: callback.nothing } })
      if (of.mode === 'open') setTimeout(give, inTime, { body: { type: callback.nothing } }).unref()
    },

    /** All was heard: nothing is left spinning. */
    finish: async (of: Answering): Promise<void> => {
      await known.get(of.id)?.finish().catch(failed(of, 'a waiting answer could not be taken away'))
    },
  }
}

export type Answers = ReturnType<typeof createAnswers>
