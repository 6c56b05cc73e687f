import { lines, paragraphs } from '../base/rich.ts'
import type { Where } from '../domain/rights/model.ts'
import type { Message } from '../chat/index.ts'
import { paris } from '../base/zones.ts'
import { forThemAlone, inRows, page, rows, type Here } from './here.ts'
import { placeIn } from './team.ts'
import { showJournal, showTeam } from './team-presses.ts'

const perPage = 10

/** What was done with the roles of a place, the newest first. */
export const journalPage = async (here: Here, where: Where, skip?: number): Promise<Message> => {
  const { t, services, now } = here
  const place = await services.rights.require('read-journal', where)
  const at = skip ?? 0
  const { entries, more } = await services.journal.read(where, { skip: at, take: perPage })
  const to = placeIn(where)
  const zone =
    place !== 'everywhere' && place.department ? services.territory.zoneOf(place.department) : paris
  return page(
    forThemAlone(here, {
      text: paragraphs(
        t.team.journalOf(place === 'everywhere' ? t.team.everywhere : place.name),
        entries.length === 0
          ? t.team.emptyJournal
          : lines(
              ...entries.map(({ at: done, byName, doing, aboutName }) =>
                t.team.entry(t.dates.start(done, zone, now), byName, doing, aboutName),
              ),
            ),
      ),
      ...rows([
        ...(at > 0 ? [showJournal.button(t.places.earlier, { ...to, skip: Math.max(0, at - perPage) })] : []),
        ...(more ? [showJournal.button(t.places.later, { ...to, skip: at + perPage })] : []),
        showTeam.button(t.team.team, to),
      ]),
    }),
    skip,
  )
}

/** Of the only place whose journal whoever asks may read; a choice when there are several. */
export const journalHome = async (here: Here): Promise<Message> => {
  const { t, services } = here
  const groups = await services.rights.groupsFor('read-journal')
  const wide = await services.rights.may('read-journal', 'everywhere')
  const [only] = groups
  if (!wide && groups.length === 1 && only) return journalPage(here, only.id)
  if (!wide && groups.length === 0) return forThemAlone(here, { text: t.team.none })
  return forThemAlone(here, {
    text: t.team.whichJournal,
    ...rows(
      ...inRows(
        [
          ...(wide ? [showJournal.button(t.team.everywhere, {})] : []),
          ...groups.map(({ id, name }) => showJournal.button(t.groups.short(name, 40), { place: id })),
        ].slice(0, 10),
        2,
      ),
    ),
  })
}
