import type { PersonId } from '../../base/ids.ts'
import type { Action } from '../actions/model.ts'
import { restFor, type Tell } from '../notices/ports.ts'

/** To those who counted on a ride, or were counted on: it does not take place. */
export const tellRideGone = async (
  tell: Tell,
  action: Pick<Action, 'id' | 'start' | 'zone'>,
  persons: readonly PersonId[],
): Promise<void> => {
  for (const person of persons)
    await tell({
      to: { person },
      notice: { is: 'ride-gone', action: action.id },
      urgency: 'reminder',
      rest: restFor(action),
    })
}
