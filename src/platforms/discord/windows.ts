import { randomBytes } from 'node:crypto'
import type { Message, Questionnaire } from '../../chat/index.ts'
import { bounded } from './bounded.ts'
import { withAgain } from './buttons.ts'
import { withDoor } from './write.ts'

/**
 * Windows that a button opens, with what was typed in them before. Kept in memory only: what people type is theirs, and after a restart
 * the button still opens the window, empty.
 */
export interface Windows {
  behind(key: string): Questionnaire | undefined
  /** The message, with a button in the place of its form. */
  put(message: Message): Message
}

export const createWindows = (): Windows => {
  const held = bounded<string, Questionnaire>(1_000)
  return {
    behind: (key) => held.get(key),
    put: (message) => {
      if (!message.form) return message
      const key = randomBytes(6).toString('base64url')
      const route = withAgain(message.form.route, key)
      held.set(key, { ...message.form, route })
      return withDoor(message, route)
    },
  }
}
