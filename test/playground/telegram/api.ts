import type { TelegramStage } from '../../../playground/telegram/index.ts'

export interface Answer {
  readonly ok: boolean
  readonly result?: unknown
  readonly error_code?: number
  readonly description?: string
  readonly parameters?: Readonly<Record<string, number>>
}

/** A bot without a library: one request, one answer. */
export const api =
  (stage: TelegramStage) =>
  async (method: string, params: object = {}): Promise<Answer> => {
    const answer = await fetch(`${stage.url}/bot${stage.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    })
    return (await answer.json()) as Answer
  }

/** The words of a refusal; the whole answer when there is none. */
export const refused = async (answer: Promise<Answer>): Promise<unknown> => {
  const given = await answer
  return given.description ?? given
}

/** Somebody who has started the bot. */
export const started = async (stage: TelegramStage, name = 'Ana') => {
  const person = stage.person(name)
  await person.asks('start')
  return person
}
