import { lines, paragraphs, type Rich } from '../base/rich.ts'
import type { Message, Reply } from '../chat/index.ts'
import { isForFew, type ActionFound, type ActionKind } from '../domain/actions/model.ts'
import type { Group } from '../domain/groups/model.ts'
import type { Confirmed } from '../domain/planning/plans.ts'
import { actionPage } from './actions.ts'
import { forThemAlone, rows, type Here } from './here.ts'
import { manageAction } from './manage-presses.ts'
import { addUsualNeeds } from './needs-presses.ts'
import { venueWords } from './plan-draft.ts'
import { postedWords } from './posted.ts'

/** Slugs of Action Populaire's own kinds of events; those that are missing have none that fits. */
const slugs: Readonly<Partial<Record<ActionKind, string>>> = {
  tracts: 'diffusion-tracts',
  'porte-a-porte': 'porte-a-porte',
  collage: 'collage',
  reunion: 'reunion-groupe',
  'reunion-publique': 'reunion-publique',
  rassemblement: 'soutien',
  'depart-commun': 'depart-commun',
  formation: 'formations',
  projection: 'projection-debat',
  fete: 'fête-locale',
  solidarite: 'action-solidarite',
}

const uuid = /\/groupes\/([0-9a-f-]{36})\/?$/

/** Its form takes a group and a kind, nothing more. */
export const officialForm = ({ url }: Group, kind: ActionKind): string | undefined => {
  if (url === undefined) return undefined
  const { origin } = new URL(url)
  const query = new URLSearchParams()
  const group = uuid.exec(url)?.[1]
  const slug = slugs[kind]
  if (group !== undefined) query.set('group', group)
  if (slug !== undefined) query.set('subtype', slug)
  return `${origin}/evenements/creer/${query.size > 0 ? `?${query.toString()}` : ''}`
}

const savedWords = (
  { t }: Here,
  { is, made, silent, unheard }: Pick<Confirmed, 'is' | 'made' | 'silent' | 'unheard'>,
  name: string,
): Rich => {
  switch (is) {
    case 'planned':
      return made.length > 1 ? t.planning.savedSeries(name, made.length) : t.planning.saved(name)
    case 'changed':
      return silent ? t.managing.changedSilently(name) : t.managing.changed(name, !unheard)
    case 'same':
      return t.managing.same
  }
}

const savedPage = (here: Here, confirmed: Confirmed, found: ActionFound): Message => {
  const { group, is } = confirmed
  const { t } = here
  const { action } = found
  const official = officialForm(group, action.kind)
  const fresh = is === 'planned'
  const said = savedWords(here, confirmed, action.name)
  const usual = (fresh && (found.needs ?? []).length === 0 && t.needs.usual[action.kind]) || ''
  const toCopy = lines(action.name, t.dates.full(action), venueWords(action.venue), action.description)
  return forThemAlone(here, {
    text: paragraphs(
      said,
      fresh || confirmed.opened ? postedWords(here, confirmed) : undefined,
      usual === '' ? undefined : t.needs.usually(usual),
      fresh && official !== undefined ? t.planning.officialToo(official, toCopy) : undefined,
    ),
    ...rows(usual === '' ? [] : [addUsualNeeds.button(t.needs.addUsual, { action: action.id }, 'success')], [
      manageAction.button(t.planning.buttons.manage, { action: action.id }),
      ...(fresh && official !== undefined ? [{ label: t.planning.buttons.official, url: official }] : []),
    ]),
    instead: true,
  })
}

/** What was saved, and its card where it was planned. */
export const savedPages = async (here: Here, confirmed: Confirmed): Promise<Reply> => {
  const { t, services, place } = here
  const found = await services.actions.found(confirmed.action)
  if (!found) return { text: t.refusals['action-unknown']({}), aside: true }
  const saved = savedPage(here, confirmed, found)
  if (confirmed.is !== 'planned') return saved
  return [saved, await actionPage(here, found, place.kind === 'private' || isForFew(found.action))]
}
