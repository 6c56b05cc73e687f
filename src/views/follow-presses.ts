import type { FollowId, GroupId } from '../base/ids.ts'
import { form, id, press, words } from '../chat/index.ts'

const group = id<GroupId>()

export const showFollows = press('flux', { group })
export const leaveCalendar = press('flux-end', { follow: id<FollowId>() })

export const followForm = form('flux-add', {
  carried: { group },
  asked: { adresse: words({ most: 300 }) },
  words: (t) => ({
    title: t.follows.form.title,
    questions: { adresse: { label: t.follows.form.address, hint: t.follows.form.hint } },
  }),
})
