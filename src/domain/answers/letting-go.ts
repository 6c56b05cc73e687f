import type { PersonId } from '../../base/ids.ts'
import type { Action } from '../actions/model.ts'
import type { NeedStore } from '../needs/ports.ts'
import type { Tell } from '../notices/ports.ts'
import type { RideStore } from '../rides/ports.ts'
import { tellRideGone } from '../rides/gone.ts'

interface Needs {
  readonly needs: Pick<NeedStore, 'of' | 'giveBack'>
  readonly rides: Pick<RideStore, 'leave'>
  readonly tell: Tell
}

/**
 * Whoever does not come brings nothing, which others see to be missing again, and rides with nobody, which whoever was to ride with them
 * hears.
 */
export const letGo = async (
  { needs, rides, tell }: Needs,
  action: Pick<Action, 'id' | 'start' | 'zone'>,
  person: PersonId,
): Promise<void> => {
  for (const { id, mine } of await needs.of(action.id, person)) if (mine) await needs.giveBack(id, person)
  await tellRideGone(tell, action, await rides.leave(action.id, person))
}
