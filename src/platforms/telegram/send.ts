import { createHash } from 'node:crypto'
import type { Outcome } from '../../chat/index.ts'
import type { Call } from './call.ts'
import type { Told } from './faults.ts'
import { homeOf, readRef, writeRef, type Ref, type Target } from './keys.ts'
import { writeEdit, writeSend, type Drawn, type Request, type Upload } from './write.ts'

export interface Send {
  post(to: Target, drawn: Drawn): Promise<Outcome>
  /** Takes the place of a message. */
  edit(to: Target, ref: string, drawn: Drawn): Promise<Outcome>
}

/** Pictures that Telegram has already are not uploaded again. */
const mostPictures = 500

const isMessage = (
  result: unknown,
): result is { readonly message_id: number; readonly photo?: readonly { readonly file_id: string }[] } =>
  typeof result === 'object' && result !== null && 'message_id' in result

const outcomeOf = (told: Told, ref: (result: unknown) => string, to: Target, at: Target): Outcome => {
  switch (told.is) {
    case 'done':
    case 'same': {
      const home = homeOf(at)
      const result = told.is === 'done' ? told.result : undefined
      return { is: 'delivered', ref: ref(result), home, ...(home !== homeOf(to) && { moved: home }) }
    }
    case 'gone':
      return { is: 'gone', why: told.why }
    case 'moved':
    case 'no-topic':
      return { is: 'gone', why: 'not-found' }
    case 'later':
    case 'uncertain':
      return told
  }
}

export const createSend = ({ call }: { readonly call: Call }): Send => {
  const fileIds = new Map<string, string>()

  /** Groups become supergroups: the message follows. Topics can be closed: an answer goes to the chat, nothing else does. */
  const follow = async (
    to: Target,
    request: (to: Target) => Request,
  ): Promise<{ told: Told; at: Target }> => {
    let at = to
    for (;;) {
      const told = await call(request(at))
      if (told.is === 'moved' && told.chat !== at.chat) at = { chat: told.chat }
      else if (told.is === 'no-topic' && at.topic !== undefined && at.by !== undefined) at = { chat: at.chat }
      else return { told, at }
    }
  }

  /** The picture as Telegram takes it, and what to remember once it has it. */
  const upload = ({
    picture,
  }: Drawn): { readonly what?: Upload; readonly keep: (result: unknown) => void } => {
    if (picture === undefined || typeof picture === 'string')
      return { ...(picture !== undefined && { what: picture }), keep: () => undefined }
    const print = createHash('sha256').update(picture.bytes).digest('base64')
    const known = fileIds.get(print)
    if (known !== undefined) return { what: known, keep: () => undefined }
    return {
      what: { source: Buffer.from(picture.bytes, 'base64'), filename: `image.${picture.kind}` },
      keep: (result) => {
        const fileId = isMessage(result) ? result.photo?.at(-1)?.file_id : undefined
        if (fileId === undefined) return
        fileIds.set(print, fileId)
        const [oldest] = fileIds.keys()
        if (fileIds.size > mostPictures && oldest !== undefined) fileIds.delete(oldest)
      },
    }
  }

  const one = async (to: Target, drawn: Drawn): Promise<Outcome> => {
    const { what, keep } = upload(drawn)
    const { told, at } = await follow(to, (place) => writeSend(place, drawn, what))
    if (told.is === 'done') keep(told.result)
    const ref = (result: unknown): string =>
      writeRef({ id: isMessage(result) ? result.message_id : 0, picture: what !== undefined })
    return outcomeOf(told, ref, to, at)
  }

  /** What did not fit into the message; were it lost, the message alone would still be understood. */
  const around = async (to: Target, drawn: Drawn | undefined): Promise<void> => {
    if (drawn) await one(to, drawn)
  }

  const post: Send['post'] = async (to, drawn) => {
    await around(to, drawn.before)
    const outcome = await one(to, drawn)
    if (outcome.is === 'delivered') await around(to, drawn.after)
    return outcome
  }

  /** A picture cannot become a text: the new message comes, the old one goes. */
  const exchange = async (to: Target, { id }: Ref, drawn: Drawn): Promise<Outcome> => {
    const outcome = await post(to, drawn)
    if (outcome.is === 'delivered')
      await call({ method: 'deleteMessage', params: { chat_id: to.chat, message_id: id } })
    return outcome
  }

  return {
    post,
    edit: async (to, ref, drawn) => {
      const old = readRef(ref)
      if (old.picture && drawn.picture === undefined) return exchange(to, old, drawn)
      await around(to, drawn.before)
      const { what, keep } = upload(drawn)
      const { told, at } = await follow(to, (place) => writeEdit(place, old.id, drawn, what))
      if (told.is === 'done') keep(told.result)
      const fresh = writeRef({ id: old.id, picture: what !== undefined })
      const outcome = outcomeOf(told, () => fresh, to, at)
      if (outcome.is === 'delivered') await around(to, drawn.after)
      return outcome
    },
  }
}
