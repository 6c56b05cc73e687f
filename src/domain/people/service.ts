import { later, type Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import { clip, length, storable } from '../../base/text.ts'
import { Refusal } from '../refusal.ts'
import type { Tell } from '../notices/ports.ts'
import { longestName, retriedWhenAsked, type Account, type Person } from './model.ts'
import type { Kept, PeopleStore } from './ports.ts'

/** Whoever speaks in this update. */
export interface Self {
  readonly person: Person
  readonly account: Account
  /** Where private messages to them go; the platform's own words. */
  readonly door: string
}

export interface People {
  /** Where whoever speaks does so now. */
  readonly platform: string
  /** The account with which whoever speaks does so, kept or not. */
  readonly account: Account
  /** Makes whoever speaks known: to be called before anything of theirs is stored. The id to store under. */
  keep(): Promise<PersonId>
  /** The id under which whoever speaks is known now: absent for strangers, and once they are erased. */
  known(): PersonId | undefined
  /** Has {@link People.keep} made a stranger known since the update began? */
  justKept(): boolean
  /** The name that organisers see, as it is kept; `undefined` forgets it. Refuses what is longer than 60 characters. */
  rename(name: string | undefined): Promise<string | undefined>
  /** Keeps the name that the platform shows when none is kept; that name, when it was kept just now. */
  introduce(): Promise<string | undefined>
  /** May chats of many see the name of whoever speaks, where they come? No, until they say so. */
  openName(is: boolean): Promise<void>
  /** Does what their groups announce come to whoever speaks in private, too? No, until they say so. */
  news(on: boolean): Promise<void>
  /** The day on which the week of their groups comes to whoever speaks, 1 is Monday; without one of seven, it does not. */
  week(day: number | undefined): Promise<void>
  /** Whoever speaks is written to in private, though they were not to be reached there; false: that was tried a moment ago. */
  reach(): Promise<boolean>
  kept(): Promise<Kept | undefined>
  /** Everything about whoever speaks, at once and for good. */
  erase(): Promise<void>
}

interface Needs {
  readonly store: PeopleStore
  readonly self: Self
  /** The counts of that action have changed. */
  readonly touched: (action: ActionId) => void
  readonly tell: Tell
  readonly now: Instant
}

/** On one line, without what turns the writing of its neighbours around. */
const tidy = (name: string): string =>
  storable(name)
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()

const isWeekday = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7

export const createPeople = ({ store, self, touched, tell, now }: Needs): People => {
  const { person, account, door } = self
  let known: PersonId | undefined = person.known ? person.id : undefined
  const keep = async (): Promise<PersonId> => (known ??= await store.keep(person.id, account, door))
  let named = person.name !== undefined
  return {
    platform: account.platform,
    account,
    keep,
    known: () => known,
    justKept: () => !person.known && known !== undefined,
    rename: async (name) => {
      const wanted = tidy(name ?? '') || undefined
      if (wanted !== undefined && length(wanted) > longestName)
        throw new Refusal('name-too-long', { most: longestName })
      const by = await keep()
      const shown = await store.shownOn(by)
      await store.rename(by, wanted)
      shown.forEach(touched)
      named = wanted !== undefined
      return wanted
    },
    introduce: async () => {
      const shown = clip(tidy(person.shownAs), longestName)
      if (named || shown === '') return undefined
      await store.rename(await keep(), shown)
      named = true
      return shown
    },
    openName: async (is) => {
      const by = await keep()
      const before = await store.shownOn(by)
      await store.openName(by, is)
      for (const action of new Set([...before, ...(await store.shownOn(by))])) touched(action)
    },
    week: async (day) => store.week(await keep(), day !== undefined && isWeekday(day) ? day : undefined),
    news: async (on) => store.news(await keep(), on),
    reach: async () => {
      const by = await keep()
      const isOpen = (await store.doors(by)).some(({ platform }) => platform === account.platform)
      if (!isOpen && !(await store.retry(account, now, later(now, -retriedWhenAsked)))) return false
      const to = { person: by, on: account.platform }
      await tell({ to, notice: { is: 'within-reach' }, urgency: 'urgent', key: `within-reach ${by}` })
      return true
    },
    kept: async () => (known ? store.kept(known) : undefined),
    erase: async () => {
      const answered = known ? await store.erase(known) : []
      answered.forEach(touched)
      known = undefined
    },
  }
}
