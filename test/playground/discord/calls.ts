import { expect } from 'vitest'
import type { DiscordStage } from '../../../playground/discord/index.ts'

export interface Answered {
  readonly status: number
  readonly body: { readonly [key: string]: unknown }
}

/** One request to the make-believe Discord, as a bot without a library makes it. */
export const callerOf =
  (stage: DiscordStage) =>
  async (
    verb: string,
    path: string,
    body?: unknown,
    token: string | undefined = stage.token,
  ): Promise<Answered> => {
    const response = await fetch(`${stage.api}/v10${path}`, {
      method: verb,
      headers: { 'content-type': 'application/json', authorization: `Bot ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answered['body']) }
  }

/** Codes of what is wrong in a body, with the path to it. */
export const wrongs = (tree: unknown, path = ''): readonly string[] =>
  typeof tree !== 'object' || tree === null
    ? []
    : Object.entries(tree).flatMap(([key, inner]: [string, unknown]) =>
        key === '_errors' && Array.isArray(inner)
          ? inner.map((wrong: { code: string }) => `${path}: ${wrong.code}`)
          : wrongs(inner, path === '' ? key : `${path}.${key}`),
      )

/** What is wrong in the body of a request that is refused for it. */
export const refusedFor = async (answered: Promise<Answered>): Promise<readonly string[]> => {
  const { status, body } = await answered
  expect(status).toBe(400)
  expect(body['code']).toBe(50_035)
  return wrongs(body['errors'])
}
