import type { PersonId } from '../../src/base/ids.ts'
import type { Entry, JournalStore } from '../../src/domain/rights/journal.ts'
import type { Invitation, InvitationStore } from '../../src/domain/rights/ports.ts'

/** A whole journal, in memory. */
export const createJournalInMemory = (
  called: (person: PersonId) => Promise<string | undefined>,
): JournalStore => {
  const entries: Entry[] = []
  const named = async (entry: Entry) => {
    const byName = entry.by && (await called(entry.by))
    const aboutName = entry.about && (await called(entry.about))
    return {
      ...entry,
      ...(byName !== undefined && { byName }),
      ...(aboutName !== undefined && { aboutName }),
    }
  }
  return {
    add: async (entry) => void entries.unshift(entry),
    read: async (where, skip, take) =>
      Promise.all(
        entries
          .filter((entry) => entry.where === where)
          .slice(skip, skip + take)
          .map(named),
      ),
    naming: async (person) => entries.filter(({ by, about }) => by === person || about === person).length,
  }
}

/** Invitations, in memory. */
export const createInvitationsInMemory = (): InvitationStore => {
  const open = new Map<string, Invitation>()
  const asked = new Map<string, { readonly by: PersonId; readonly at: number }>()
  return {
    add: async (invitation) => void open.set(invitation.code, invitation),
    find: async (code, now) => {
      const found = open.get(code)
      return found && found.until > now ? found : undefined
    },
    use: async (code) => open.delete(code),
    askReplacement: async ({ group, person, by, at }, since) => {
      const key = `${group} ${person}`
      const before = asked.get(key)
      if (before && before.at > since) {
        if (before.by === by) return 'already'
        asked.delete(key)
        return 'agreed'
      }
      asked.set(key, { by, at })
      return 'asked'
    },
  }
}
