import { hour, later, type Instant } from '../../base/clock.ts'
import { newId, type BroadcastId, type GroupId, type LinkId } from '../../base/ids.ts'
import { bold, lines, paragraphs, type Rich } from '../../base/rich.ts'
import { paris, type Zone } from '../../base/zones.ts'
import type { What } from '../broadcasts/model.ts'
import type { BroadcastStore } from '../broadcasts/ports.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { Tell } from '../notices/ports.ts'
import type { Where } from '../rights/model.ts'
import type { RoleStore } from '../rights/ports.ts'
import type { Manner } from '../links/model.ts'
import { allowing } from '../rights/table.ts'
import type { Announcement } from './model.ts'
import { planFor, type Plan } from './plan.ts'
import { pollLasts } from './poll.ts'
import type { AnnouncementStore, NewRelay } from './ports.ts'
import { firstWords } from './title.ts'

interface Needs {
  readonly store: AnnouncementStore
  readonly broadcasts: Pick<BroadcastStore, 'put' | 'edit' | 'byId' | 'pause'>
  readonly groups: Pick<GroupStore, 'byId'>
  readonly roles: RoleStore
  readonly tell: Tell
  /** Whoever looks at how one broadcast fares looks at another one, too. */
  readonly follow: (from: BroadcastId, to: BroadcastId) => Promise<void>
  /** That broadcast has something to do once this is stored. */
  readonly stirred: (id: BroadcastId) => void
  readonly zoneOf: (department: string) => Zone | undefined
  /** Who speaks where no group does, as readers know them. */
  readonly everywhere: string
  readonly now: Instant
}

/** How one broadcast arrives. */
interface Wave extends Manner {
  readonly privately?: true
}

/** Whoever is asked for their group's say has so long at least after they wake. */
const timeToSay = 2 * hour

/** One broadcast each; the first is the usual one. */
const manners: readonly Manner[] = [
  { silent: false, pinned: false },
  { silent: true, pinned: false },
  { silent: false, pinned: true },
  { silent: true, pinned: true },
]

/** How copies for members arrive. */
const aside: Wave = { silent: false, pinned: false, privately: true }

const isSame = (one: Manner, other: Manner): boolean =>
  one.silent === other.silent && one.pinned === other.pinned

/** Whose word it is. */
export const whereOf = ({ group }: Pick<Announcement, 'group'>): Where => group ?? 'everywhere'

/** Turns announcements whose time has come into broadcasts; asks the groups that want to be asked. */
export const createSending = (needs: Needs) => {
  const { store, broadcasts, groups, roles, tell, follow, stirred, zoneOf, everywhere, now } = needs

  /** Whose word it is stands above it. */
  const worded = async ({ group, text }: Announcement, line?: string): Promise<Rich> => {
    const from = group ? (await groups.byId(group))?.name : everywhere
    return paragraphs(from === undefined ? undefined : lines(bold(from)), text, line)
  }

  const what = async (announcement: Announcement, manner: Wave, line?: string): Promise<What> => ({
    is: 'text',
    text: await worded(announcement, line),
    title: firstWords(announcement.text),
    ...(announcement.action && { action: announcement.action }),
    ...(announcement.poll && { poll: announcement.id }),
    ...(announcement.picture && {
      picture: { id: announcement.picture.id, alt: announcement.picture.alt ?? '' },
    }),
    ...(manner.privately && { privately: true }),
    ...(manner.silent && { quiet: true }),
    ...(manner.pinned && { pinned: true }),
  })

  /** As it left before: copies that are still to come arrive no louder for a correction. */
  const mannerOf = async (id: BroadcastId): Promise<Wave> => {
    const was = (await broadcasts.byId(id))?.what
    return {
      silent: was?.is === 'text' && was.quiet === true,
      pinned: was?.is === 'text' && was.pinned === true,
      ...(was?.is === 'text' && was.privately && { privately: true }),
    }
  }

  const begin = async (announcement: Announcement, id: BroadcastId, manner: Manner, line?: string) => {
    await broadcasts.put(
      id,
      {
        audience: { is: 'relays', broadcast: id },
        what: await what(announcement, manner, line),
        urgency: 'announcement',
        ...(announcement.author && { author: announcement.author }),
      },
      now,
    )
    // Its author has paused it: what comes later waits as well.
    if ((await store.flow(announcement.id)) === 'paused') await broadcasts.pause(id, now)
    stirred(id)
  }

  /** Whoever works in those groups is asked, or told. */
  const tellGroups = async (announcement: Announcement, plans: readonly Plan[]): Promise<void> => {
    const asked = new Map<GroupId, boolean>()
    for (const { candidate, state } of plans) {
      const { group } = candidate.link
      if (group === undefined || !candidate.say) continue
      asked.set(group, (asked.get(group) ?? false) || state === 'waiting')
    }
    for (const [group, waits] of asked) {
      const place = await groups.byId(group)
      const zone = (place?.department && zoneOf(place.department)) ?? paris
      const until = plans.find(
        ({ candidate, state }) => candidate.link.group === group && state === 'waiting',
      )?.until
      const who = place ? allowing('have-say', place) : []
      for (const { person, role } of await roles.at(group))
        if (who.includes(role) && person !== announcement.author)
          await tell({
            to: { person },
            notice: { is: waits ? 'relay-asked' : 'relayed', announcement: announcement.id, group },
            urgency: 'announcement',
            key: `relay ${announcement.id} ${person} ${group}`,
            rest: { zone, ...(until !== undefined && { by: later(until, -timeToSay) }) },
          })
    }
  }

  /** One copy for each member who asked for one. */
  const leavePrivately = async (announcement: Announcement): Promise<void> => {
    const { id, author, group, filter } = announcement
    const where = whereOf(announcement)
    if (filter?.way === 'chats' || (await store.members(where, filter)) === 0) return
    const department = group && (await groups.byId(group))?.department
    const zone = department && zoneOf(department)
    const broadcast = newId.broadcast()
    await store.goPrivately(id, broadcast)
    await broadcasts.put(
      broadcast,
      {
        audience: { is: 'subscribers', where, ...(filter && { filter }), ...(zone && { zone }) },
        what: await what(announcement, aside),
        urgency: 'announcement',
        ...(author && { author }),
      },
      now,
    )
    stirred(broadcast)
  }

  const leave = async (announcement: Announcement): Promise<void> => {
    const { filter, poll } = announcement
    if (poll) await store.openPoll(announcement.id, later(now, pollLasts))
    const audience = filter?.way === 'members' ? [] : await store.audience(whereOf(announcement), filter)
    const plans = audience.map((candidate) => planFor(candidate, now, zoneOf, filter?.patience))
    const parts = manners.map((manner) => ({ manner, broadcast: newId.broadcast() }))
    const partOf = (settings: Manner) => parts.find(({ manner }) => isSame(manner, settings))?.broadcast
    const relays = plans.map(({ candidate: { link }, state, until }): NewRelay => {
      const broadcast = state === 'sent' ? partOf(link.settings) : undefined
      return {
        link: link.id,
        state,
        ...(link.group && { group: link.group }),
        ...(broadcast && { broadcast }),
        ...(until !== undefined && { until }),
      }
    })
    await store.relay(announcement.id, relays)
    // The plain one always goes: the account hangs on it, even when there is nobody.
    for (const [at, { manner, broadcast }] of parts.entries())
      if (at === 0 || relays.some((relay) => relay.broadcast === broadcast))
        await begin(announcement, broadcast, manner)
    await leavePrivately(announcement)
    await tellGroups(announcement, plans)
    if (announcement.author)
      await tell({
        to: { person: announcement.author },
        notice: { is: 'announced', announcement: announcement.id },
        urgency: 'urgent',
      })
  }

  const more = async (
    announcement: Announcement,
    links: readonly { readonly link: LinkId; readonly manner: Manner }[],
    from: 'waiting' | 'later' | 'troubled',
    line?: string,
  ): Promise<void> => {
    const [known] = await store.waves(announcement.id)
    for (const manner of manners) {
      const these = links.filter((each) => isSame(each.manner, manner)).map(({ link }) => link)
      if (these.length === 0) continue
      const broadcast = newId.broadcast()
      const to = { state: 'sent', broadcast, ...(line !== undefined && { line }) } as const
      const turned = await store.turn(announcement.id, from, to, { links: these })
      if (turned.length === 0) continue
      await begin(announcement, broadcast, manner, line)
      if (known) await follow(known.broadcast, broadcast)
    }
  }

  return {
    worded,
    /** It becomes broadcasts, now. */
    leave,
    /** Copies of it that had waited leave now. */
    more,
    tellGroups,
    /** All that arrived says something else from now on. */
    rewrite: async (announcement: Announcement): Promise<void> => {
      for (const { broadcast, line } of await store.waves(announcement.id)) {
        await broadcasts.edit(broadcast, await what(announcement, await mannerOf(broadcast), line), now)
        stirred(broadcast)
      }
    },
  }
}

export type Sending = ReturnType<typeof createSending>
