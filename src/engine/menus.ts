import type { PersonId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Platform, Update } from '../chat/index.ts'
import type { Account } from '../domain/people/model.ts'
import { isOperator } from '../domain/rights/operators.ts'
import type { Store } from './ports.ts'

interface Needs {
  readonly store: Pick<Store, 'roles'>
  readonly operators: readonly Account[]
  readonly log: Log
}

/** Menus remembered; one that was forgotten is looked at again. */
const most = 10_000

/**
 * In private, whoever has a role sees the commands of animators in their menu, and nobody else does. Roles come and go, also by what others
 * do: each time that somebody speaks in private, their menu is made what it should be.
 */
export const createMenus = ({ store, operators, log }: Needs) => {
  /** By their door: is that the menu of animators? */
  const shown = new Map<string, boolean>()

  /** `undefined`: they never had a role, so their menu is as it should be. */
  const wanted = async (update: Update, person: PersonId | undefined): Promise<boolean | undefined> => {
    if (isOperator(operators, { platform: update.platform, key: update.from.key })) return true
    if (person === undefined) return shown.has(update.from.door.key) ? false : undefined
    switch (await store.roles.animates(person)) {
      case 'does':
        return true
      case 'did':
        return false
      case 'never':
        return shown.has(update.from.door.key) ? false : undefined
    }
  }

  return async (platform: Platform, update: Update, person: PersonId | undefined): Promise<void> => {
    if (!platform.menu || update.place.kind !== 'private' || update.said.is === 'blocked') return
    const { door } = update.from
    try {
      const animates = await wanted(update, person)
      if (animates === undefined || shown.get(door.key) === animates) return
      await platform.menu(door, animates)
      shown.set(door.key, animates)
      const [oldest] = shown.keys()
      if (shown.size > most && oldest !== undefined) shown.delete(oldest)
    } catch (error) {
      // What was said is answered; a menu can wait for the next time.
      log.warn({ err: error, platform: platform.name }, 'a menu could not be changed')
    }
  }
}
