import type { Rich } from '../base/rich.ts'
import { length, storable } from '../base/text.ts'
import type {
  Command,
  Context,
  Fields,
  FormHandler,
  Occasions,
  Questionnaire,
  Reply,
  Update,
} from '../chat/index.ts'
import { readParts, readRoute, type Route } from '../chat/index.ts'
import type { Catalogue } from './catalogue.ts'
import { behindDoor, doorTo } from './doors.ts'
import { leave, pick, resume, skip, type Conversation } from './dialogue.ts'
import { outgoing, type Outgoing } from './outgoing.ts'
import type { Dialogue } from './ports.ts'
import { readLine, readNamed, readOptions } from './reading.ts'
import { unslashed } from './unslashed.ts'

interface Needs {
  readonly catalogue: Catalogue
  readonly dialogue: Conversation
  /** All of the context but the values. */
  readonly context: Omit<Context, 'values'>
}

type Runs = { readonly run: (context: Context) => Reply | Promise<Reply> }
type Answers = Readonly<Record<string, string>>
type Answer = Promise<readonly Outgoing[]>

/** What was said, without what kind of thing it is. */
const wordsOf = ({ is: _, ...words }: Extract<Update['said'], { is: 'text' }>): Occasions['text'] => words

const say = (text: Rich): readonly Outgoing[] => [{ message: { text, aside: true } }]

/** One update to what is answered; nothing is sent. */
export const createTurn = ({ catalogue, dialogue, context }: Needs) => {
  const { t } = context

  const play = async (handler: Runs, values: object): Answer => {
    const reply = await handler.run({ ...context, values: values as Context['values'] })
    const spoken = await Promise.all(
      outgoing(reply).map(async (each) => (each.message.form ? dialogue.open(each.message.form) : [each])),
    )
    return spoken.flat()
  }

  const listen = <O extends keyof Occasions>(on: O, values: Occasions[O]): Answer =>
    play(catalogue.listener(on), values)

  const formAt = (
    text: string,
  ): { form: FormHandler; carried: Context['values']; sheet: Questionnaire } | undefined => {
    const route = readRoute(text)
    const form = route && catalogue.form(route.name)
    const carried = form && readParts(form.carried, route.parts)
    return carried && { form, carried, sheet: form.questionnaire(t, carried) }
  }

  type Typed = Extract<Update['said'], { is: 'command' }>

  /** Where an answer cannot be for one reader in a chat of many, the way to it in private goes with it. */
  const withDoor = (spoken: readonly Outgoing[], name: string, line: string): readonly Outgoing[] =>
    context.place.kind === 'private' || context.can.asides
      ? spoken
      : spoken.map((each) =>
          each.message.aside
            ? { ...each, message: { ...each.message, again: name === 'start' ? line : doorTo(name, line) } }
            : each,
        )

  /** A link may lead to any command: it is given as if it had been typed. */
  const behind = (line: string | undefined): { found: Command; line: string } | undefined => {
    const to = line === undefined ? undefined : behindDoor(line.trim())
    const found = to && catalogue.command(to.name)
    return found && found.name !== 'start' ? { found, line: storable(to.line) } : undefined
  }

  const command = async (found: Command, said: Typed): Answer => {
    const linked = found.name === 'start' ? behind(said.line ?? said.options?.['lien']) : undefined
    if (linked) return command(linked.found, { is: 'command', name: linked.found.name, line: linked.line })
    const waiting = await dialogue.current()
    if (found.name === 'start' && said.line?.trim() === resume && waiting) return repeat(waiting)
    const was = await dialogue.end()
    if (found.name === 'annuler') return listen('left-dialogue', { was })
    const reading = said.options
      ? readOptions(found.fields, said.options)
      : readLine(found.fields, said.line ?? '')
    switch (reading.is) {
      case 'read':
        return withDoor(await play(found, reading.values), found.name, said.line ?? '')
      case 'unreadable':
        return say(t.engine.unreadable(reading.field, reading.given))
    }
  }

  /** No place is called like a command: « agenda » is no answer there. */
  const asksWhere = ({ route, asking }: Dialogue): boolean => {
    const fields: Fields = formAt(route)?.form.asked ?? {}
    return fields[asking]?.completes === 'area'
  }

  /** The question that waits, once more. */
  const repeat = (waiting: Dialogue, before?: Rich): readonly Outgoing[] => {
    const question = formAt(waiting.route)?.sheet.questions.find(({ name }) => name === waiting.asking)
    return question ? [{ message: dialogue.ask(question, before) }] : []
  }

  const finish = async (
    form: FormHandler,
    carried: Context['values'],
    answers: Answers,
    sheet: Questionnaire,
  ): Answer => {
    const reading = readNamed(form.asked, answers)
    switch (reading.is) {
      case 'read':
        await dialogue.end()
        return play(form, { ...carried, ...reading.values })
      case 'unreadable': {
        const label = sheet.questions.find(({ name }) => name === reading.field)?.label ?? reading.field
        return [
          { message: await dialogue.correct(sheet, answers, t.engine.unreadable(label, reading.given)) },
        ]
      }
    }
  }

  /** An answer to the question that waits; an empty one leaves it out. */
  const reply = async (
    waiting: Dialogue,
    said: { readonly text: string; readonly markup?: string; readonly picture?: string },
  ): Answer => {
    const open = formAt(waiting.route)
    if (!open) {
      await dialogue.end()
      return listen('stale-button', {})
    }
    const { form, carried, sheet } = open
    const fields: Fields = form.asked
    const field = fields[waiting.asking]
    const text = field?.picture ? (said.picture ?? '?') : (field?.markup && said.markup) || said.text
    if (text !== '' && field && field.read(text) === undefined)
      return repeat(waiting, t.dialogue.notUnderstood)
    // A window lets nobody write more; what does not fit is not cut in silence elsewhere.
    const is = length(said.text.trim())
    if (field?.most !== undefined && !field.picture && is > field.most)
      return repeat(waiting, t.dialogue.tooLong(field.most, is))
    const answers = { ...waiting.answers, [waiting.asking]: text }
    const question = dialogue.next(sheet, answers)
    if (!question) return finish(form, carried, answers, sheet)
    await dialogue.keep({ ...waiting, answers, asking: question.name })
    return [{ message: dialogue.ask(question) }]
  }

  /** The buttons under a question, which mean nothing once it is answered. */
  const inDialogue = async (route: Route): Promise<readonly Outgoing[] | undefined> => {
    if (route.name === leave.name) return listen('left-dialogue', { was: await dialogue.end() })
    const [question, choice] = route.parts
    if (route.name !== skip.name && route.name !== pick.name) return undefined
    const waiting = await dialogue.current()
    if (!waiting || waiting.asking !== question) return listen('stale-button', {})
    if (route.name === skip.name) return reply(waiting, { text: '' })
    const choices = formAt(waiting.route)?.sheet.questions.find(({ name }) => name === question)?.choices
    const chosen = choices?.[Number(choice)]
    return chosen ? reply(waiting, { text: chosen.value }) : listen('stale-button', {})
  }

  const pressed = async (text: string): Answer => {
    const route = readRoute(text)
    if (route?.to === 'form') {
      const open = formAt(text)
      if (!open) return listen('stale-button', {})
      const before = await dialogue.current()
      const typed = before?.route === text ? before.answers : undefined
      const here = { ...context, values: open.carried }
      const already = typed ?? (context.can.modals ? await open.form.already?.(here) : undefined)
      const title = await open.form.titled?.(here)
      const sheet = open.form.questionnaire(t, open.carried, already)
      return dialogue.open(title === undefined ? sheet : { ...sheet, title })
    }
    const own = route && (await inDialogue(route))
    if (own) return own
    const action = route && catalogue.action(route.name)
    const values = action && readParts(action.fields, route.parts)
    return values ? play(action, values) : listen('stale-button', {})
  }

  return async ({ said, place }: Update): Answer => {
    switch (said.is) {
      case 'command': {
        const found = catalogue.command(said.name)
        return found ? command(found, said) : listen('unknown-command', { name: said.name })
      }
      case 'pressed':
        return pressed(said.route)
      case 'filled': {
        const open = formAt(said.route)
        return open ? finish(open.form, open.carried, said.answers, open.sheet) : listen('stale-button', {})
      }
      case 'text': {
        const waiting = place.kind === 'private' ? await dialogue.current() : undefined
        const plain = unslashed(catalogue, said)
        if (plain && (!waiting || plain.found.name === 'annuler' || asksWhere(waiting)))
          return command(plain.found, plain.said)
        return waiting ? reply(waiting, said) : listen('text', wordsOf(said))
      }
      case 'position':
        return listen('position', { point: said.point })
      case 'other': {
        const waiting = place.kind === 'private' ? await dialogue.current() : undefined
        if (waiting && said.picture !== undefined) return reply(waiting, { text: '?', picture: said.picture })
        if (waiting) return repeat(waiting, t.dialogue.notUnderstood)
        return place.kind === 'private' ? listen('other', {}) : []
      }
      case 'added':
        return listen('added', {})
      case 'blocked':
      case 'unblocked':
      case 'removed':
      case 'allowed':
      case 'silenced':
      case 'moved':
        return []
    }
  }
}
