import type { Plans } from '../planning/plans.ts'
import type { Proposals } from './service.ts'

interface Needs {
  readonly plans: Plans
  readonly proposals: Pick<Proposals, 'settle' | 'made'>
}

/** The same; an action that is made of proposed dates settles them, once. */
export const createSettling = ({ plans, proposals }: Needs): Plans => ({
  ...plans,
  confirm: async (id) => {
    const { from } = (await plans.outlook(id)).draft
    if (from) await proposals.settle(from.proposal, from.date)
    const confirmed = await plans.confirm(id)
    if (from) await proposals.made(from.proposal, confirmed.action)
    return confirmed
  },
})
