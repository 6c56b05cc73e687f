import { bold, lines, paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import { dayOf } from '../base/zones.ts'
import type { Button, Message } from '../chat/index.ts'
import { actionKinds, audiences, type Action, type Venue } from '../domain/actions/model.ts'
import type { Outlook } from '../domain/planning/model.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'
import { canAsk, dateReadings, proposedLines } from './proposal-draft.ts'
import { askDates, datesForm } from './proposal-presses.ts'
import {
  abandonDraft,
  confirmDraft,
  dateForm,
  detailsForm,
  draftAudiences,
  draftKinds,
  nameDraftForm,
  pickAudience,
  pickDraftKind,
  pickReading,
  placeDraftForm,
  showDraft,
} from './plan-presses.ts'

const mostReadings = 4

export const venueWords = ({ name, address, postalCode, city, online }: Venue): string => {
  const town = [postalCode, city].filter((part) => part !== undefined).join(' ')
  return [name, address, town, online].filter((part) => part !== undefined && part !== '').join(', ')
}

const dateLines = (here: Here, outlook: Outlook): Rich => {
  if (outlook.dates) return proposedLines(here, outlook)
  const { read, span, rule, placed } = outlook
  const { t, now } = here
  const { zone } = placed
  if (span)
    return lines(
      t.planning.when(t.dates.full({ ...span, zone })),
      rule && t.planning.repeats(t.dates.rule(rule)),
    )
  if (!read) return t.planning.noDate
  switch (read.is) {
    case 'one':
    case 'several':
      return read.is === 'several' && read.readings.length === 1 ? t.planning.meant : t.planning.several
    case 'unclear': {
      const today = dayOf(now, zone)
      const day = (of: string): string =>
        t.dates.days({ from: of as typeof today, to: of as typeof today }, today)
      const why =
        read.why === 'no-time' && read.days.length > 0
          ? t.planning.whatHour(read.days.slice(0, 2).map(day))
          : t.planning.unclear(read, day)
      return lines(t.planning.missing(read), why)
    }
  }
}

const placeLines = ({ t }: Here, { placed, draft }: Outlook): Rich => {
  const words = venueWords(placed.venue)
  const named = placed.venue.name ?? placed.venue.address ?? placed.venue.online
  if (named === undefined && placed.assumed) return t.planning.noPlace
  const assumed = placed.assumed && draft.changes === undefined && placed.venue.city !== undefined
  return lines(t.planning.place(words), assumed ? t.planning.assumed(placed.venue.city ?? '') : undefined)
}

/** What a window for the date holds when it opens: what was typed there before, to be mended rather than typed again. */
export const typedDate = ({ draft: { when } }: Outlook): string =>
  when && 'typed' in when && when.alone ? when.typed : ''

/** The same, of the place. */
export const typedPlace = ({ draft, placed: { venue, assumed } }: Outlook): string =>
  draft.place ?? (assumed ? '' : venueWords(venue))

const beforeLines = ({ t }: Here, before: Action, { span, placed, draft }: Outlook): Rich | undefined => {
  const moved = span && (span.start !== before.start || span.end !== before.end)
  const [was, is] = [venueWords(before.venue), venueWords(placed.venue)]
  const said = lines(
    moved ? t.planning.before(t.dates.full(before)) : undefined,
    was === is || was === '' ? undefined : t.planning.before(was),
  )
  return lines(said, draft.reach && t.planning.reach[draft.reach])
}

const readingButtons = (
  here: Here,
  { read, span, draft, placed }: Outlook,
): readonly (readonly Button[])[] => {
  if (span || read?.is !== 'several') return []
  const { t } = here
  const { id: of } = draft
  const shown = read.readings.slice(0, mostReadings).map((reading, choice) => {
    const date = t.dates.short(reading.start, placed.zone)
    const label = reading.is === 'series' ? t.dates.rule(reading.rule) : date
    return pickReading.button(clip(label, 60), { draft: of, choice })
  })
  return inRows(shown, shown.length > 2 ? 2 : 1)
}

const givenLabel = ({ t }: Here, { read }: Outlook): string =>
  read?.is === 'unclear' && read.why === 'no-time' ? t.planning.buttons.giveHour : t.planning.buttons.giveDate

/** All that was understood, to be confirmed or changed; nothing is saved. */
export const draftPage = (here: Here, outlook: Outlook): Message => {
  const { t } = here
  const { draft, group, span, before, name } = outlook
  const { buttons } = t.planning
  const of = { draft: draft.id }
  const change = draft.changes !== undefined
  const several = outlook.dates !== undefined
  const missing = span === undefined && !several
  const confirm = several
    ? canAsk(outlook)
      ? [askDates.button(t.proposals.buttons.ask, of, 'success')]
      : []
    : missing
      ? []
      : [confirmDraft.button(change ? buttons.saveChange : buttons.save, of, 'success')]
  const propose =
    change || draft.from
      ? []
      : [datesForm.button(several ? t.proposals.buttons.change : t.proposals.buttons.propose, of)]
  return forThemAlone(here, {
    text: paragraphs(
      bold(several ? t.proposals.check : change ? t.planning.checkChange : t.planning.check),
      lines(
        bold(clip(name === '' ? t.actions.kinds[draft.kind] : name, 100)),
        t.planning.of(t.actions.kinds[draft.kind], group.name),
      ),
      lines(
        dateLines(here, outlook),
        placeLines(here, outlook),
        t.planning.open(draft.audience),
        draft.capacity === undefined ? undefined : t.planning.seats(draft.capacity),
      ),
      clip(draft.description, 400),
      before && beforeLines(here, before, outlook),
    ),
    ...rows(
      ...(several ? dateReadings(here, outlook) : readingButtons(here, outlook)),
      confirm,
      [
        dateForm.button(
          several ? buttons.oneDate : missing ? givenLabel(here, outlook) : buttons.date,
          of,
          missing ? 'primary' : undefined,
        ),
        placeDraftForm.button(buttons.place, of),
        nameDraftForm.button(buttons.name, of),
      ],
      [
        draftKinds.button(buttons.kind, of),
        ...(outlook.helps ? [] : [draftAudiences.button(buttons.audience, of)]),
        detailsForm.button(buttons.details, of),
      ],
      [...propose, abandonDraft.button(buttons.abandon, of)],
    ),
  })
}

export const draftKindsPage = (here: Here, of: Outlook['draft']['id']): Message => ({
  text: here.t.planning.chooseKind,
  ...rows(
    ...inRows(
      actionKinds.map((kind) => pickDraftKind.button(here.t.actions.kinds[kind], { draft: of, kind })),
      3,
    ),
    [showDraft.button(here.t.planning.buttons.back, { draft: of })],
  ),
  instead: true,
})

export const draftAudiencesPage = (here: Here, of: Outlook['draft']['id']): Message => ({
  text: here.t.planning.chooseAudience,
  ...rows(
    ...audiences.map((audience) => [
      pickAudience.button(here.t.planning.audiences[audience], { draft: of, audience }),
    ]),
    [showDraft.button(here.t.planning.buttons.back, { draft: of })],
  ),
  instead: true,
})
