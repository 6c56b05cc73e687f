import type { Toll } from '../../chat/index.ts'
import { readKey } from './keys.ts'

/** Five within five seconds, as Discord's headers say; messages and edits are counted apart. */
const channel = { per: 1_300, burst: 2 }

/** Answers to interactions are exempt of the limit of the whole bot. */
export const tollOf = (key: string, replaces?: string): Toll => {
  const to = readKey(key)
  if (to.to === 'interaction') return { overall: false }
  const edits = replaces === undefined ? '' : 'edits of '
  return { overall: true, chat: { key: `${edits}${key}`, ...channel } }
}
