import { uuid } from 'drizzle-orm/pg-core'
import type { ActionId, ProposalId } from '../../base/ids.ts'
import { actions } from './actions.ts'
import { proposals } from './proposals.ts'

/** What a message shows: an action, or dates that are proposed for one. */
export const shown = () => ({
  action: uuid()
    .$type<ActionId>()
    .references(() => actions.id, { onDelete: 'cascade' }),
  proposal: uuid()
    .$type<ProposalId>()
    .references(() => proposals.id, { onDelete: 'cascade' }),
})
