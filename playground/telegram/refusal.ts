/** A request that Telegram refuses, with its code and its words. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: Readonly<Record<string, number>> | undefined

  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** What a careful bot may run into: the chat or the message is not what it was. */
const circumstances =
  /not modified|chat not found|message (to \w+ )?not found|message thread not found|TOPIC_CLOSED|upgraded to a supergroup|rights|can't be (edited|deleted)|member not found/i

/** Refused for what the bot wrote, not for what happened meanwhile. */
export const isMistake = ({ code, message }: Refusal): boolean => code === 400 && !circumstances.test(message)

export const bad = (why: string, parameters?: Readonly<Record<string, number>>): Refusal =>
  new Refusal(400, `Bad Request: ${why}`, parameters)

export const forbidden = (why: string): Refusal => new Refusal(403, `Forbidden: ${why}`)

export const conflict = (why: string): Refusal => new Refusal(409, `Conflict: ${why}`)

export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
