import { command, optional, words, type Message, type Reply } from '../src/chat/index.ts'
import { paris, type Zone } from '../src/base/zones.ts'
import type { Group } from '../src/domain/groups/model.ts'
import { forThemAlone, rows, type Here } from '../src/views/here.ts'
import { waysPage } from '../src/views/pages.ts'
import {
  draftAudiencesPage,
  draftKindsPage,
  draftPage,
  typedDate,
  typedPlace,
} from '../src/views/plan-draft.ts'
import { draftOf, whatAndWhere } from '../src/views/plan-line.ts'
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
  pickGroup,
  pickReading,
  placeDraftForm,
  planForm,
  showDraft,
} from '../src/views/plan-presses.ts'
import { savedPages } from '../src/views/plan-saved.ts'

const longestLine = 300
const mostGroups = 10

const zoneIn = ({ services }: Here, { department }: Group): Zone => services.territory.zoneOf(department)

const instead = (message: Message): Message => ({ ...message, instead: true })

/** One button a group: either the form opens, or the draft that was typed goes on. */
const groupsPage = (
  here: Here,
  groups: readonly Group[],
  button: (group: Group) => ReturnType<typeof pickGroup.button>,
): Message =>
  forThemAlone(here, {
    text: here.t.planning.whichGroup,
    ...rows(...groups.slice(0, mostGroups).map((group) => [button(group)])),
  })

const fromLine = async (here: Here, line: string, groups: readonly Group[]): Promise<Message> => {
  const { services, now } = here
  const [first, ...others] = groups
  const zone = first ? zoneIn(here, first) : paris
  const said = draftOf(line, now, zone)
  if (first && others.length === 0) {
    const { id } = await services.plans.begin({ ...said, group: first.id })
    return draftPage(here, await services.plans.outlook(id))
  }
  const { id } = await services.plans.begin(said)
  return groupsPage(here, groups, (group) =>
    pickGroup.button(here.t.groups.short(group.name, 40), { draft: id, group: group.id }),
  )
}

export const nouvelle = command({
  name: 'nouvelle',
  fields: { action: optional(words({ most: longestLine })) },
  for: 'animators',
  aside: true,
  run: async ({ values: { action: line }, ...here }) => {
    const { t, services } = here
    const groups = await services.plans.groups()
    const [first, ...others] = groups
    if (!first) return waysPage(here, t.planning.noRole)
    if (line !== undefined) return fromLine(here, line, groups)
    if (others.length === 0) return { text: [], form: planForm.questionnaire(t, { group: first.id }) }
    return groupsPage(here, groups, ({ id, name }) =>
      planForm.button(t.groups.short(name, 40), { group: id }),
    )
  },
})

export const planned = planForm.does(async ({ values, ...here }) => {
  const { group, quoi, quand, ou, description, places } = values
  const { services, now } = here
  const { id } = await services.plans.begin({
    ...whatAndWhere(quoi),
    ...(ou !== undefined && { place: ou }),
    group,
    when: { typed: quand, at: now, alone: true },
    description: description ?? '',
    ...(places !== undefined && places > 0 && { capacity: places }),
    audience: 'everyone',
  })
  return draftPage(here, await services.plans.outlook(id))
})

export const groupPicked = pickGroup.does(async ({ values: { draft, group }, ...here }) =>
  instead(draftPage(here, await here.services.plans.amend(draft, { group }))),
)

export const readingPicked = pickReading.does(async ({ values: { draft, choice }, ...here }) => {
  const { plans } = here.services
  const { when } = (await plans.outlook(draft)).draft
  const chosen =
    when && 'typed' in when
      ? await plans.amend(draft, { when: { ...when, choice } })
      : await plans.outlook(draft)
  return instead(draftPage(here, chosen))
})

export const draftShown = showDraft.does(async ({ values: { draft }, ...here }) =>
  instead(draftPage(here, await here.services.plans.outlook(draft))),
)

export const dateGiven = dateForm.does(
  async ({ values: { draft, quand }, ...here }) =>
    instead(draftPage(here, await here.services.plans.date(draft, quand))),
  async ({ values, services }) => ({ quand: typedDate(await services.plans.outlook(values.draft)) }),
)

export const placeGiven = placeDraftForm.does(
  async ({ values: { draft, ou }, ...here }) =>
    instead(draftPage(here, await here.services.plans.amend(draft, { place: ou }))),
  async ({ values, services }) => ({ ou: typedPlace(await services.plans.outlook(values.draft)) }),
)

export const nameGiven = nameDraftForm.does(
  async ({ values: { draft, nom }, ...here }) =>
    instead(draftPage(here, await here.services.plans.amend(draft, { name: nom }))),
  async ({ values, services }) => ({ nom: (await services.plans.outlook(values.draft)).name }),
)

export const detailsGiven = detailsForm.does(
  async ({ values: { draft, description, places }, ...here }) => {
    // A window shows what was there: what is empty in it was taken away. A question that is passed over changes nothing.
    const all = here.can.modals
    return instead(
      draftPage(
        here,
        await here.services.plans.amend(draft, {
          ...((all || description !== undefined) && { description: description ?? '' }),
          ...((all || places !== undefined) && { capacity: places === 0 ? undefined : places }),
        }),
      ),
    )
  },
  async ({ values, services }) => {
    const { description, capacity } = (await services.plans.outlook(values.draft)).draft
    return { description, ...(capacity !== undefined && { places: String(capacity) }) }
  },
)

export const kindsAsked = draftKinds.does(({ values: { draft }, ...here }) => draftKindsPage(here, draft))

export const kindPicked = pickDraftKind.does(async ({ values: { draft, kind }, ...here }) =>
  instead(draftPage(here, await here.services.plans.amend(draft, { kind }))),
)

export const audiencesAsked = draftAudiences.does(({ values: { draft }, ...here }) =>
  draftAudiencesPage(here, draft),
)

export const audiencePicked = pickAudience.does(async ({ values: { draft, audience }, ...here }) =>
  instead(draftPage(here, await here.services.plans.amend(draft, { audience }))),
)

export const confirmed = confirmDraft.does(async ({ values: { draft }, ...here }): Promise<Reply> =>
  savedPages(here, await here.services.plans.confirm(draft)),
)

export const abandoned = abandonDraft.does(async ({ values: { draft }, ...here }) => {
  await here.services.plans.abandon(draft)
  return forThemAlone(here, { text: here.t.planning.abandoned, instead: true })
})
