import type { PersonId } from '../../src/base/ids.ts'
import type { CalendarStore } from '../../src/domain/calendars/ports.ts'

/** All of the port that commands use: what a calendar holds is read elsewhere. */
export type Secrets = Pick<CalendarStore, 'secretOf' | 'renew' | 'revoke'>

export const createCalendarsInMemory = (): Secrets & { readonly forget: (id: PersonId) => void } => {
  const secrets = new Map<PersonId, string>()
  let unique = 0
  return {
    secretOf: async (person) => secrets.get(person),
    renew: async (person) => {
      const secret = `p${String((unique += 1)).padStart(32, '0')}`
      secrets.set(person, secret)
      return secret
    },
    revoke: async (person) => secrets.delete(person),
    forget: (id) => void secrets.delete(id),
  }
}
