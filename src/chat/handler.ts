import type { Rich } from '../base/rich.ts'
import type { Point } from '../domain/territory/model.ts'
import type { Book } from '../phrases/book.ts'
import type { MenuName } from '../phrases/menu.ts'
import type { Context } from './context.ts'
import type { Fields, Values } from './field.ts'
import type { PressButton, Question, Questionnaire, Reply } from './message.ts'
import { writeParts, writeRoute } from './route.ts'

type Run<V> = (context: Context<V>) => Reply | Promise<Reply>

/** Typed: `/actions Montreuil samedi`. */
export interface Command {
  readonly is: 'command'
  readonly name: MenuName
  /** Other names for people who know them from elsewhere; not in the menus. */
  readonly alias?: readonly string[]
  readonly fields: Fields
  readonly for: 'everyone' | 'animators'
  /** The answer is only for whoever asks, even in a chat of many. */
  readonly aside: boolean
  readonly run: Run<Readonly<Record<string, unknown>>>
}

interface CommandOf<F extends Fields> extends Omit<Command, 'is' | 'fields' | 'for' | 'aside' | 'run'> {
  readonly fields: F
  readonly for?: Command['for']
  readonly aside?: true
  readonly run: Run<Values<F>>
}

const erased = <V>(run: Run<V>): Run<Readonly<Record<string, unknown>>> => run as never

export const command = <F extends Fields>(of: CommandOf<F>): Command => ({
  ...of,
  is: 'command',
  for: of.for ?? 'everyone',
  aside: of.aside ?? false,
  run: erased(of.run),
})

/** A button was pressed. */
export interface Action {
  readonly is: 'action'
  readonly name: string
  /** Wants to know what the platform says of the chat: the one that its value `chat` names, or this one. */
  readonly standing: boolean
  readonly fields: Fields
  readonly run: Run<Readonly<Record<string, unknown>>>
}

type Tone = PressButton['tone']

/** A kind of button: it makes its own buttons, and its own handler. */
export interface Press<F extends Fields> {
  readonly name: string
  /** @throws RangeError when the values are longer than a button can carry. */
  button(label: string, values: Values<F>, tone?: Tone): PressButton
  does(run: Run<Values<F>>): Action
  /** The same, for what needs {@link Context.standing}. */
  doesKnowing(run: Run<Values<F>>): Action
}

export const press = <F extends Fields>(name: string, fields: F): Press<F> => ({
  name,
  button: (label, values, tone) => ({
    label,
    route: writeRoute({ to: 'press', name, parts: writeParts(fields, values) }),
    ...(tone && { tone }),
  }),
  does: (run) => ({ is: 'action', name, fields, standing: false, run: erased(run) }),
  doesKnowing: (run) => ({ is: 'action', name, fields, standing: true, run: erased(run) }),
})

/** How a question is worded. */
export interface Wording {
  readonly label: string
  readonly hint?: string
}

/** Questions, and what is done with the answers. */
export interface FormHandler {
  readonly is: 'form'
  readonly name: string
  readonly carried: Fields
  readonly asked: Fields
  /** The questions as this reader sees them; `already`: answers given before, `complaint`: what was wrong with them. */
  readonly questionnaire: (
    t: Book,
    carried: Readonly<Record<string, unknown>>,
    already?: Readonly<Record<string, string>>,
    complaint?: Rich,
  ) => Questionnaire
  readonly run: Run<Readonly<Record<string, unknown>>>
  /** What a window shows when it opens, where something is there to be changed. */
  readonly already?: Already<Readonly<Record<string, unknown>>>
  /** A title that says what it is about, in the place of that of the questionnaire. */
  readonly titled?: Titled<Readonly<Record<string, unknown>>>
}

type Already<V> = (context: Context<V>) => Promise<Readonly<Record<string, string>>>
type Titled<V> = (context: Context<V>) => Promise<string>

export interface Form<C extends Fields, A extends Fields> {
  readonly name: string
  /** Pressing it opens the form. */
  button(label: string, carried: Values<C>, tone?: Tone): PressButton
  /** For a message that opens the form by itself. */
  questionnaire(
    t: Book,
    carried: Values<C>,
    already?: Readonly<Record<string, string>>,
    complaint?: Rich,
  ): Questionnaire
  does(run: Run<Values<C> & Values<A>>, already?: Already<Values<C>>): FormHandler
}

interface FormOf<C extends Fields, A extends Fields> {
  readonly carried: C
  readonly asked: A
  readonly words: (t: Book) => {
    readonly title: string
    readonly questions: { readonly [K in keyof A]: Wording }
  }
  readonly choices?: (t: Book) => { readonly [K in keyof A]?: Readonly<Record<string, string>> }
  /** Told when it opens: what the questions are about, where that is not plain from the button. */
  readonly titled?: Titled<Values<C>>
}

export const form = <C extends Fields, A extends Fields>(name: string, of: FormOf<C, A>): Form<C, A> => {
  const route = (carried: Values<C>): string =>
    writeRoute({ to: 'form', name, parts: writeParts(of.carried, carried) })
  const questionnaire: Form<C, A>['questionnaire'] = (t, carried, already = {}, complaint) => {
    const { title, questions } = of.words(t)
    const labels = of.choices?.(t)
    return {
      route: route(carried),
      title,
      questions: Object.entries(of.asked).map(([key, field]): Question => {
        const wording = questions[key as keyof A]
        const value = already[key]
        return {
          name: key,
          ...wording,
          required: field.required,
          ...(field.long && { long: true }),
          ...(field.picture && { picture: true }),
          ...(field.most !== undefined && { most: field.most }),
          ...(field.choices && {
            choices: field.choices.map((choice) => ({
              value: choice,
              label: labels?.[key as keyof A]?.[choice] ?? choice,
            })),
          }),
          ...(value !== undefined && { value }),
        }
      }),
      ...(complaint && { complaint }),
    }
  }
  return {
    name,
    button: (label, carried, tone) => ({ label, route: route(carried), ...(tone && { tone }) }),
    questionnaire,
    does: (run, already) => ({
      is: 'form',
      name,
      carried: of.carried,
      asked: of.asked,
      questionnaire: questionnaire as FormHandler['questionnaire'],
      run: erased(run),
      ...(already && { already: already as NonNullable<FormHandler['already']> }),
      ...(of.titled && { titled: of.titled as NonNullable<FormHandler['titled']> }),
    }),
  }
}

/** What may happen that is neither a command, nor a button, nor a form. */
export interface Occasions {
  /** Free text in a private chat, or after the bot's name. */
  readonly text: {
    readonly text: string
    readonly markup?: string
    readonly passedOn?: true
    readonly picture?: string
  }
  readonly position: { readonly point: Point }
  /** A picture, a sticker, a voice. */
  readonly other: object
  readonly 'unknown-command': { readonly name: string }
  /** A button whose handler or values are of another time. */
  readonly 'stale-button': object
  /** `/annuler`, or a button, left a dialogue. */
  readonly 'left-dialogue': { readonly was: boolean }
  /** The bot was added to a chat of many. */
  readonly added: object
}

export interface Listener {
  readonly is: 'listener'
  readonly on: keyof Occasions
  readonly run: Run<Readonly<Record<string, unknown>>>
}

export const listener = <O extends keyof Occasions>(on: O, run: Run<Occasions[O]>): Listener => ({
  is: 'listener',
  on,
  run: erased(run),
})

export type Handler = Command | Action | FormHandler | Listener
