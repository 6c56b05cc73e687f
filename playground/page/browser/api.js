// @ts-check
/** @import { Choice } from '../../../src/chat/message.ts' */
/** @import { Deed } from '../deeds.ts' */
/** @import { Phone } from '../mirror.ts' */
/** @import { World } from '../world.ts' */

/**
 * Whose phone, and which chat: none is the private one.
 * @typedef {{ platform: string, person: string, chat?: string | undefined }} At
 */

/** The server said no; `status` is HTTP's. */
export class Problem extends Error {
  /** @param {number} status @param {string} words */
  constructor(status, words) {
    super(words)
    this.name = 'Problem'
    this.status = status
  }
}

/** @param {string} path @param {RequestInit} [init] @returns {Promise<unknown>} */
const ask = async (path, init) => {
  const response = await fetch(path, init)
  if (response.status === 204) return undefined
  const body = /** @type {unknown} */ (await response.json())
  if (response.ok) return body
  const { problem } = /** @type {{ problem?: string }} */ (body)
  throw new Problem(response.status, problem ?? response.statusText)
}

/** @param {string} path @param {unknown} body */
const post = (path, body) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** @param {At} at @param {Record<string, string>} [more] */
const phonePath = ({ platform, person, chat }, more, tail = '') => {
  const query = new URLSearchParams({ ...(chat !== undefined && { chat }), ...more }).toString()
  return `/playground/phones/${encodeURIComponent(platform)}/${encodeURIComponent(person)}${tail}?${query}`
}

/** @param {string} platform @param {string} tail */
const stagePath = (platform, tail) => `/playground/stages/${encodeURIComponent(platform)}/${tail}`

export const api = {
  world: async () => /** @type {World} */ (await ask('/playground/world')),

  /** @param {At} at */
  phone: async (at) => /** @type {Phone} */ (await ask(phonePath(at))),

  /** None when the bot has none to give: one may type without. @param {At} at @param {string} command @param {string} option @param {string} typed */
  completions: async (at, command, option, typed) => {
    try {
      const choices = await ask(phonePath(at, { command, option, typed }, '/completions'))
      return /** @type {readonly Choice[]} */ (choices)
    } catch (error) {
      if (error instanceof Problem) return []
      throw error
    }
  },

  /** Resolves once the bot is quiet again. @param {At} at @param {Deed} deed */
  act: async (at, deed) => {
    await post(phonePath(at), deed)
  },

  /** @param {string} name */
  newPerson: async (name) =>
    /** @type {readonly { platform: string, id: string }[]} */ (await post('/playground/people', { name })),

  /** @param {string} platform @param {{ what: string, times: number | 'always', seconds?: number }} mishap */
  misbehave: async (platform, mishap) => {
    await post(stagePath(platform, 'mishaps'), mishap)
  },

  /** @param {string} platform */
  behave: async (platform) => {
    await ask(stagePath(platform, 'mishaps'), { method: 'DELETE' })
  },

  /** @param {string} platform */
  retell: async (platform) => {
    await ask(stagePath(platform, 'retells'), { method: 'POST' })
  },
}
