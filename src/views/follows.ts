import type { GroupId } from '../base/ids.ts'
import { lines, paragraphs, type Rich } from '../base/rich.ts'
import { paris } from '../base/zones.ts'
import type { Message } from '../chat/index.ts'
import { mostFollowed, type Followed } from '../domain/follows/model.ts'
import { followForm, leaveCalendar, showFollows } from './follow-presses.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'

const line = ({ t, now }: Here, { path, state, read, coming, skipped }: Followed, rank: number): Rich =>
  lines(
    t.follows.line(rank, path),
    t.follows.state(state, read === undefined ? undefined : t.dates.at(read, paris, now), coming),
    skipped > 0 ? t.follows.skipped(skipped) : undefined,
  )

/** The calendars that a group follows: how each is, and a button to leave it. */
export const followsPage = async (here: Here, group: GroupId, said?: Rich): Promise<Message> => {
  const { t, services } = here
  const followed = await services.follows.of(group)
  const name = (await services.groups.found(group))?.group.name ?? ''
  return forThemAlone(here, {
    text: paragraphs(
      said,
      t.follows.of(name),
      ...(followed.length === 0 ? [t.follows.none] : followed.map((each, at) => line(here, each, at + 1))),
      t.follows.promise,
    ),
    ...rows(
      followed.length < mostFollowed ? [followForm.button(t.follows.buttons.add, { group }, 'primary')] : [],
      ...inRows(
        followed.map(({ id }, at) => leaveCalendar.button(t.follows.buttons.leave(at + 1), { follow: id })),
        2,
      ),
    ),
  })
}

/** Of which group? One alone is not asked. */
export const followsHome = async (here: Here): Promise<Message> => {
  const { t, services } = here
  if (services.follows.site === undefined) return forThemAlone(here, { text: t.follows.noSource })
  const groups = await services.rights.groupsFor('follow')
  const [first, ...others] = groups
  if (!first) return forThemAlone(here, { text: t.follows.forAnimators })
  if (others.length === 0) return followsPage(here, first.id)
  return forThemAlone(here, {
    text: t.follows.which,
    ...rows(
      ...inRows(
        groups.slice(0, 8).map(({ id, name }) => showFollows.button(t.links.linkTo(name), { group: id })),
        2,
      ),
    ),
  })
}
