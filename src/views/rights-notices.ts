import type { GroupId, LinkId, PersonId } from '../base/ids.ts'
import { paragraphs } from '../base/rich.ts'
import type { Message } from '../chat/index.ts'
import type { Group } from '../domain/groups/model.ts'
import type { Link } from '../domain/links/model.ts'
import type { Notice } from '../domain/notices/model.ts'
import type { Book } from '../phrases/book.ts'
import { showLink, showLinks } from './link-presses.ts'
import { showTeam, showTeams, takeOut } from './team-presses.ts'

export interface RightsTelling {
  readonly t: Book
  readonly link: (id: LinkId) => Promise<Link | undefined>
  readonly group: (id: GroupId) => Promise<Group | undefined>
  /** The name that organisers see. */
  readonly called: (person: PersonId) => Promise<string | undefined>
  /** Does somebody animate that group or loop? */
  readonly animated: (group: GroupId) => Promise<boolean>
}

type Of<K extends Notice['is']> = Notice & { readonly is: K }

const placeName = async ({ group }: RightsTelling, id: GroupId | undefined): Promise<string | undefined> =>
  id && (await group(id))?.name

/** What is told about roles. */
export const rightsNotices = {
  accepted: async (
    { role, group, person }: Of<'role-accepted'>,
    telling: RightsTelling,
  ): Promise<Message> => {
    const { t, called } = telling
    const words = t.team.notices
    return {
      text: paragraphs(
        words.accepted(await called(person), role, await placeName(telling, group)),
        words.because,
      ),
      rows: [[showTeam.button(t.team.team, group ? { place: group } : {})]],
    }
  },
  withdrawn: async ({ role, group }: Of<'role-withdrawn'>, telling: RightsTelling): Promise<Message> => {
    const { t } = telling
    return {
      text: paragraphs(
        t.team.notices.withdrawn(role, await placeName(telling, group)),
        t.team.notices.becauseHad,
      ),
      rows: [[showTeams.button(t.team.back, {})]],
    }
  },
  unattended: async ({ group }: Of<'unattended'>, telling: RightsTelling): Promise<Message | undefined> => {
    const { t, animated } = telling
    const place = await placeName(telling, group)
    if (place === undefined || (await animated(group))) return undefined
    return {
      text: paragraphs(t.team.notices.unattended(place), t.team.notices.becauseInvites),
      rows: [[showTeam.button(t.team.team, { place: group })]],
    }
  },
  trouble: async (
    { link: id, why }: Of<'link-trouble'>,
    telling: RightsTelling,
  ): Promise<Message | undefined> => {
    const { t, link } = telling
    const found = await link(id)
    if (!found?.trouble) return undefined
    const place = (await placeName(telling, found.group)) ?? t.links.everywhere
    return {
      text: paragraphs(t.links.trouble(found.title, place, why), t.links.because),
      rows: [[showLinks.button(t.links.mine, found.group ? { group: found.group } : {})]],
    }
  },
  unpinned: async ({ link: id }: Of<'pin-refused'>, telling: RightsTelling): Promise<Message | undefined> => {
    const { t, link } = telling
    const found = await link(id)
    if (!found || found.settings.pinned) return undefined
    return {
      text: paragraphs(t.links.unpinned(found.title), t.links.because),
      rows: [[showLink.button(t.links.settings, { link: id })]],
    }
  },
  unthreaded: async (
    { link: id }: Of<'thread-refused'>,
    { t, link }: RightsTelling,
  ): Promise<Message | undefined> => {
    const found = await link(id)
    if (!found || found.settings.threads) return undefined
    return {
      text: paragraphs(t.links.unthreaded(found.title), t.links.because),
      rows: [[showLink.button(t.links.settings, { link: id })]],
    }
  },
  eventless: async (
    { link: id }: Of<'events-refused'>,
    { t, link }: RightsTelling,
  ): Promise<Message | undefined> => {
    const found = await link(id)
    if (!found) return undefined
    return {
      text: paragraphs(t.links.eventless(found.title), t.links.because),
      rows: [[showLink.button(t.links.settings, { link: id })]],
    }
  },
  replacement: async (
    { group, person }: Of<'replacement-asked'>,
    telling: RightsTelling,
  ): Promise<Message | undefined> => {
    const { t, called } = telling
    const place = await placeName(telling, group)
    if (place === undefined) return undefined
    return {
      text: paragraphs(t.team.notices.replacement(await called(person), place), t.team.notices.because),
      rows: [
        [
          takeOut.button(t.team.notices.agree, { role: 'loop-animator', person, place: group }, 'danger'),
          showTeam.button(t.team.team, { place: group }),
        ],
      ],
    }
  },
}
