import type { ActionId, PersonId } from '../../src/base/ids.ts'
import type { Account } from '../../src/domain/people/model.ts'
import type { PeopleStore } from '../../src/domain/people/ports.ts'

interface Row {
  readonly account: Account
  readonly since: Date
  name?: string
  openName?: boolean
  news?: boolean
  weekDay?: number | undefined
}

/** A whole store of people, in memory; `forget`: what else hangs on somebody who is erased, and gives what they had answered. */
export const createPeopleInMemory = (
  forget: (id: PersonId) => readonly ActionId[],
  now: () => Date,
): PeopleStore => {
  const people = new Map<PersonId, Row>()
  const of = ({ platform, key }: Account) =>
    [...people].find(([, { account }]) => account.platform === platform && account.key === key)
  return {
    byAccount: async (account) => {
      const [id, row] = of(account) ?? []
      return id && { id, ...(row?.name !== undefined && { name: row.name }) }
    },
    keep: async (id, account) => {
      const known = of(account)?.[0]
      if (known) return known
      people.set(id, { account, since: now() })
      return id
    },
    rename: async (id, name) => {
      const row = people.get(id)
      if (!row) return
      if (name === undefined) {
        delete row.name
        row.openName = false
      } else row.name = name
    },
    openName: async (id, is) => {
      const row = people.get(id)
      if (row) row.openName = is
    },
    news: async (id, on) => {
      const row = people.get(id)
      if (row) row.news = on
    },
    week: async (id, day) => {
      const row = people.get(id)
      if (row) row.weekDay = day
    },
    // Cards of many are played in scenes.
    shownOn: async () => [],
    still: async (id) => people.has(id),
    kept: async (id) => {
      const row = people.get(id)
      return (
        row && {
          since: row.since,
          ...(row.openName === true && { openName: true as const }),
          ...(row.news === true && { news: true as const }),
          ...(row.weekDay !== undefined && { weekDay: row.weekDay }),
          accounts: [row.account],
          ...(row.name !== undefined && { name: row.name }),
        }
      )
    },
    erase: async (id) => {
      people.delete(id)
      return forget(id)
    },
    doors: async (id) => {
      const row = people.get(id)
      return row ? [{ platform: row.account.platform, key: `door of ${row.account.key}` }] : []
    },
    doorsOf: async () => new Map(),
    closed: async () => false,
    // Doors are closed in scenes.
    retry: async () => false,
    reachable: async () => undefined,
  }
}
