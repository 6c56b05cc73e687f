import type { ActionId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import { isForFew, type Action, type Audience } from '../actions/model.ts'
import type { Group } from '../groups/model.ts'
import type { GroupStore } from '../groups/ports.ts'
import { createPublishing, nowhere, together, type Posted, type Posting } from './publishing.ts'

interface Needs extends Posting {
  readonly groups: Pick<GroupStore, 'byId'>
}

/** For whom it is, and on which clock. */
interface Shows {
  readonly zone: Zone
  readonly audience?: Audience
}

const forFew: Posted = { ...nowhere, few: true }

/** Cards in the chats of groups; what is for few is in none. */
export const createShowing = (needs: Needs) => {
  const publish = createPublishing(needs)
  return {
    show: async (action: Shows & { readonly id: ActionId }, group: Group): Promise<Posted> =>
      isForFew(action) ? forFew : publish(action.id, group, action.zone),
    /** In the chats of all groups that organise it, which may have seen it before. */
    showAgain: async (action: Action, shows: Shows = action): Promise<Posted> => {
      if (isForFew(shows)) return forFew
      const shown: Posted[] = []
      for (const { id } of action.organisers) {
        const group = id && (await needs.groups.byId(id))
        if (group) shown.push(await publish(action.id, group, shows.zone, 'again'))
      }
      return together(shown)
    },
  }
}
