import type { ActionId, ProposalId } from '../../base/ids.ts'

/** What is told about dates that are proposed. */
export type ProposalNotice =
  /** To a chat of the group: which of them suit? `again`: an older card there points to this one, whatever comes of it meanwhile. */
  | {
      readonly is: 'dates-asked'
      readonly proposal: ProposalId
      readonly again?: true
      readonly silent?: true
    }
  /** To whoever asked: answers are in. */
  | { readonly is: 'dates-over'; readonly proposal: ProposalId }
  /** They wanted to hear which of them it is: none, */
  | { readonly is: 'dates-dropped'; readonly proposal: ProposalId }
  /** or the one of that action. */
  | { readonly is: 'date-set'; readonly action: ActionId }
