import { paragraphs, lines } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { ActionId } from '../base/ids.ts'
import { isZone } from '../base/zones.ts'
import type { Button, Message } from '../chat/index.ts'
import { Refusal } from '../domain/refusal.ts'
import { leads, tooLate } from '../domain/reminders/model.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'
import {
  leadsAsUsual,
  muteGroup,
  noLeads,
  pickDigest,
  pickPlatform,
  pickQuiet,
  showAction,
  showOwnLeads,
  showReminders,
  pickZone,
  showSettings,
  showZones,
  toggleLead,
  toggleOwnLead,
} from './presses.ts'

/** What may be chosen; buttons carry the index. */
export const silences = [
  { from: 21 * 60, to: 8 * 60 },
  { from: 22 * 60, to: 7 * 60 },
  { from: 20 * 60, to: 9 * 60 },
  { from: 0, to: 0 },
] as const

/** Where people of the movement live, the most first; buttons carry the index, after that of no choice. */
export const zones = [
  'Europe/Paris',
  'Indian/Reunion',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Marquesas',
  'America/Miquelon',
  'Pacific/Wallis',
].filter(isZone)

const mostGroups = 3

/** The groups that can be muted from here: those of the action that brought the reader, else their own. */
const groupsOf = async ({ services }: Here, action: ActionId | undefined) => {
  const found = action && (await services.actions.found(action))
  const near = found
    ? found.action.organisers.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }]))
    : []
  return near.length > 0 ? near : services.groups.mine()
}

/** How whoever asks is reminded, and the buttons to have it otherwise. */
export const remindersPage = async (here: Here, action?: ActionId): Promise<Message> => {
  const { t, services } = here
  const { buttons } = t.reminders
  const wishes = await services.reminders.wishes()
  const muted = new Set(await services.reminders.muted())
  const groups = (await groupsOf(here, action)).slice(0, mostGroups)
  const platforms = new Set((await services.people.kept())?.accounts.map(({ platform }) => platform))
  const carried = action === undefined ? {} : { action }
  const chosen = leads.filter((lead) => wishes.leads.includes(lead)).map((lead) => t.reminders.lead(lead))
  const at = silences.findIndex(({ from, to }) => from === wishes.quiet.from && to === wishes.quiet.to)
  const next = (at + 1) % silences.length
  const silence = silences[next] ?? silences[0]
  const leadButtons = leads.map((lead, index): Button => {
    const words = t.reminders.lead(lead)
    return wishes.leads.includes(lead)
      ? toggleLead.button(t.reminders.chosen(words), { at: index, ...carried }, 'success')
      : toggleLead.button(words, { at: index, ...carried })
  })
  const silenced = groups.filter(({ id }) => muted.has(id)).map(({ name }) => clip(name, 60))
  return forThemAlone(here, {
    text: paragraphs(
      t.reminders.heading,
      lines(
        chosen.length === 0 ? t.reminders.none : t.reminders.some(chosen),
        t.reminders.quiet(wishes.quiet.from, wishes.quiet.to),
        wishes.quiet.from === wishes.quiet.to ? undefined : t.reminders.clocks(wishes.zone),
        wishes.digest ? t.reminders.digest : t.reminders.oneByOne,
        wishes.platform === undefined
          ? undefined
          : t.reminders.platform(t.reminders.platforms(wishes.platform)),
        silenced.length > 0 ? t.reminders.muted(silenced) : undefined,
      ),
    ),
    ...rows(
      ...inRows(leadButtons, 3),
      [
        pickQuiet.button(buttons.quiet(silence.from, silence.to), { at: next, ...carried }),
        showZones.button(buttons.zones, carried),
      ],
      [
        pickDigest.button(wishes.digest ? buttons.oneByOne : buttons.digest, {
          on: Number(!wishes.digest),
          ...carried,
        }),
      ],
      ...groups.map(({ id: group, name }) => {
        const words = muted.has(group) ? buttons.unmute : buttons.mute
        return [
          muteGroup.button(words(t.groups.short(name, 36)), {
            group,
            on: Number(!muted.has(group)),
            ...carried,
          }),
        ]
      }),
      [
        showSettings.button(buttons.back, {}),
        ...(chosen.length === 0 ? [] : [noLeads.button(buttons.nothing, carried)]),
        ...(action === undefined ? [] : [showOwnLeads.button(buttons.own, { action })]),
        ...(platforms.size < 2
          ? []
          : [...platforms]
              .slice(0, 2)
              .map((name) =>
                pickPlatform.button(buttons.on(t.reminders.platforms(name)), { name, ...carried }),
              )),
      ],
    ),
  })
}

/** How whoever asks is reminded of one action, and the buttons to have it otherwise than for others. */
export const ownLeadsPage = async (here: Here, action: ActionId): Promise<Message> => {
  const { t, services, now } = here
  const { buttons } = t.reminders
  const found = await services.actions.found(action)
  if (!found) throw new Refusal('action-unknown', {})
  const own = await services.reminders.leadsFor(action)
  const wishes = await services.reminders.wishes()
  const wanted = own ?? wishes.leads
  const chosen = (late: boolean): readonly string[] =>
    leads
      .filter((lead) => wanted.includes(lead) && tooLate(lead, found.action, wishes, now) === late)
      .map((lead) => t.reminders.lead(lead))
  const [coming, late] = [chosen(false), chosen(true)]
  return forThemAlone(here, {
    text: paragraphs(
      t.reminders.ownHeading(clip(found.action.name, 90)),
      lines(
        wanted.length === 0
          ? t.reminders.ownNone
          : coming.length === 0
            ? undefined
            : t.reminders.ownSome(coming),
        late.length === 0 ? undefined : t.reminders.ownLate(late),
        own === undefined ? t.reminders.asOthers : t.reminders.otherwise,
      ),
      found.answer === 'yes' || found.answer === 'maybe' ? undefined : t.reminders.onceAnswered,
    ),
    ...rows(
      ...inRows(
        leads.map((lead, at): Button => {
          const words = t.reminders.lead(lead)
          return wanted.includes(lead)
            ? toggleOwnLead.button(t.reminders.chosen(words), { at, action }, 'success')
            : toggleOwnLead.button(words, { at, action })
        }),
        3,
      ),
      own === undefined ? [] : [leadsAsUsual.button(buttons.asUsual, { action })],
      [
        showAction.button(t.answers.buttons.back, {
          action,
          ...(here.place.kind !== 'private' && { own: true as const }),
        }),
        showReminders.button(buttons.open, { action }),
      ],
    ),
  })
}

/** On whose clocks the quiet hours of whoever asks are. */
export const zonesPage = async (here: Here, action?: ActionId): Promise<Message> => {
  const { t, services } = here
  const { zone: own } = await services.reminders.wishes()
  const carried = action === undefined ? {} : { action }
  const choices = [undefined, ...zones].map((zone, at): Button => {
    const words = t.reminders.zone(zone)
    return zone === own
      ? pickZone.button(t.reminders.chosen(words), { at, ...carried }, 'success')
      : pickZone.button(words, { at, ...carried })
  })
  return forThemAlone(here, {
    text: t.reminders.whichZone,
    ...rows(...inRows(choices, 3), [showReminders.button(t.reminders.buttons.open, carried)]),
    instead: true,
  })
}
