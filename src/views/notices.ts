import type { Instant } from '../base/clock.ts'
import type { ActionId, PersonId } from '../base/ids.ts'
import { paragraphs } from '../base/rich.ts'
import type { Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { Notice } from '../domain/notices/model.ts'
import { rows } from './here.ts'
import { rightsNotices, type RightsTelling } from './rights-notices.ts'
import { showAccounts, showAgenda } from './presses.ts'

/** What a notice is worded with, on the day that it leaves. */
export interface Telling extends RightsTelling {
  readonly now: Instant
  /** Absent: a chat of many reads it. */
  readonly reader?: PersonId
  readonly action: (id: ActionId) => Promise<ActionFound | undefined>
}

type Words = { readonly [K in Notice['is']]: (notice: Notice & { is: K }, telling: Telling) => Answer }
type Answer = Promise<Message | undefined>

const words: Words = {
  'role-accepted': rightsNotices.accepted,
  'role-withdrawn': rightsNotices.withdrawn,
  'replacement-asked': rightsNotices.replacement,
  'called-off': async ({ action: id }, { t, now, action }) => {
    const found = await action(id)
    if (!found || found.action.state === 'planned') return undefined
    const { name } = found.action
    return {
      text: paragraphs(
        t.notices.calledOff(name, t.dates.when({ ...found.action, now })),
        t.notices.becauseAnswered,
      ),
      ...rows([showAgenda.button(t.agenda.mine, {})]),
    }
  },
  paired: async ({ platform }, { t }) => ({
    text: t.pairing.told(platform),
    ...rows([showAccounts.button(t.pairing.mine, {})]),
  }),
}

/** In words; `undefined` when it is no longer true, or of no use any more. */
export const noticeMessage = (notice: Notice, telling: Telling): Answer => {
  switch (notice.is) {
    case 'called-off':
      return words['called-off'](notice, telling)
    case 'role-accepted':
      return words['role-accepted'](notice, telling)
    case 'role-withdrawn':
      return words['role-withdrawn'](notice, telling)
    case 'replacement-asked':
      return words['replacement-asked'](notice, telling)
    case 'paired':
      return words.paired(notice, telling)
  }
}
