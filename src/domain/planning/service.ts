import { day, later, type Instant } from '../../base/clock.ts'
import { newId, type ActionId, type DraftId, type PersonId } from '../../base/ids.ts'
import { isForFew } from '../actions/model.ts'
import type { AnnouncementStore } from '../announcements/ports.ts'
import { offerHours } from '../answers/model.ts'
import { differences } from '../changes/model.ts'
import type { ChangeStore } from '../changes/ports.ts'
import type { Group } from '../groups/model.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { LinkStore } from '../links/ports.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Rights } from '../rights/service.ts'
import type { Tell } from '../notices/ports.ts'
import type { Gazetteer } from '../territory/ports.ts'
import { createCallingOff } from './calling-off.ts'
import { createEntrusted } from './entrusted.ts'
import { asksOf, completed, plannedOf, readOutlook } from './outlook.ts'
import type { Draft, Outlook } from './model.ts'
import type { Confirmed, Plans } from './plans.ts'
import type { DraftStore, MirrorStore, PlanStore, SeriesStore } from './ports.ts'
import { createHanding } from './handing.ts'
import { nowhere, type PostStore } from './publishing.ts'
import { createSeriesWork } from './series.ts'
import { createShowing } from './showing.ts'

interface Needs {
  readonly drafts: DraftStore
  readonly store: PlanStore
  readonly series: SeriesStore
  readonly groups: Pick<GroupStore, 'byId'>
  readonly people: People
  readonly rights: Rights
  readonly territory: Gazetteer
  readonly links: Pick<LinkStore, 'of' | 'byId'>
  readonly posts: Pick<PostStore, 'hold'>
  readonly truces: Pick<AnnouncementStore, 'truce'>
  readonly mirrors: Pick<MirrorStore, 'turn' | 'isOn'>
  readonly changes: Pick<ChangeStore, 'isHeard'>
  readonly tell: Tell
  readonly now: Instant
  /** Readers see that action otherwise from now on. */
  readonly touched: (action: ActionId) => void
}

const draftsKept = 7 * day

export const createPlans = (needs: Needs): Plans => {
  const {
    drafts,
    store,
    series,
    groups,
    people,
    rights,
    territory,
    tell,
    now,
    touched,
    links,
    mirrors,
    changes,
  } = needs
  const seriesWork = createSeriesWork(needs)
  const { show, showAgain } = createShowing(needs)
  const { kept, open, organised, own, helps } = createEntrusted(needs)

  const save = async (draft: Draft): Promise<Draft> => {
    await drafts.put(draft, await people.keep(), later(now, draftsKept))
    return draft
  }

  const mine = async (id: DraftId): Promise<Draft> => {
    const by = people.known()
    const draft = by && (await drafts.get(id, by))
    if (!draft) throw new Refusal('draft-unknown', {})
    return draft
  }

  const understood = async (draft: Draft): Promise<Outlook> => {
    if (draft.group === undefined) throw new Refusal('draft-unknown', {})
    const group = await groups.byId(draft.group)
    if (!group) throw new Refusal('group-unknown', {})
    const { changes: changed } = draft
    const before = changed && (await store.kept(changed))?.found.action
    return {
      ...readOutlook({ draft, group, territory, ...(before && { before }) }),
      ...(changed && (await helps(changed)) && { helps: true }),
    }
  }

  const groupsOfMine = async (): Promise<readonly Group['id'][]> =>
    (await rights.groupsFor('manage')).map(({ id }) => id)

  const author = async (): Promise<PersonId> => {
    await people.introduce()
    return people.keep()
  }

  const confirmNew = async (outlook: Outlook): Promise<Confirmed> => {
    const { group, rule } = outlook
    await rights.require('plan', group.id)
    const planned = plannedOf(outlook, now)
    const keeper = await author()
    if (rule) {
      const made = await seriesWork.begin({ group: group.id, keeper, rule, planned })
      const [first] = made
      if (first === undefined) throw new Refusal('plan-unclear', {})
      return { is: 'planned', action: first, group, made, ...(await show({ ...planned, id: first }, group)) }
    }
    const action = await store.plan({ group: group.id, keeper, planned }, now)
    return {
      is: 'planned',
      action,
      group,
      made: [action],
      ...(await show({ ...planned, id: action }, group)),
    }
  }

  const confirmChange = async (outlook: Outlook, id: ActionId): Promise<Confirmed> => {
    const { group } = outlook
    const { reach = 'this' } = outlook.draft
    const planned = plannedOf(outlook, now)
    const audience = planned.audience !== (outlook.before?.audience ?? 'everyone')
    const found = await (reach === 'this' && !audience ? open(id) : own(id))
    const by = await author()
    const changed =
      reach === 'this' || found.series === undefined
        ? await seriesWork.changeOne(found, planned, by)
        : await seriesWork.changeMany(found, planned, by, reach)
    changed.forEach(touched)
    const before = found.found.action
    const opened = changed.includes(id) && isForFew(before) && !isForFew(planned)
    const silent = differences(before, { ...before, ...planned }).length === 0
    return {
      is: changed.length > 0 ? 'changed' : 'same',
      action: id,
      group,
      made: changed,
      ...(opened ? { opened, ...(await showAgain(before, planned)) } : nowhere),
      ...(silent && { silent }),
      ...(!(await changes.isHeard(changed, by)) && { unheard: true }),
    }
  }

  return {
    groups: () => rights.groupsFor('plan'),
    begin: async (of) => {
      if (of.group !== undefined) await rights.require('plan', of.group)
      return save({ ...of, id: newId.draft() })
    },
    outlook: async (id) => understood(await mine(id)),
    amend: async (id, of) => {
      const draft: Draft = { ...(await mine(id)), ...of }
      if (of.group !== undefined) await rights.require('plan', of.group)
      if (of.audience !== undefined && draft.changes) await organised(draft.changes)
      return understood(await save(draft))
    },
    date: async (id, typed) => {
      const was = await understood(await mine(id))
      const when = completed(was, typed, now)
      return understood(await save({ ...was.draft, when, dates: undefined, from: undefined }))
    },
    confirm: async (id) => {
      const draft = await mine(id)
      const outlook = await understood(draft)
      const by = people.known()
      if (!by || !(await drafts.end(id, by))) throw new Refusal('draft-unknown', {})
      return draft.changes === undefined ? confirmNew(outlook) : confirmChange(outlook, draft.changes)
    },
    abandon: async (id) => {
      const by = people.known()
      if (by) await drafts.end(id, by)
    },
    edit: async (id, reach) => {
      const { group, found } = await (reach === undefined || reach === 'this' ? open(id) : own(id))
      const { start, end } = found.action
      return save({
        id: newId.draft(),
        group,
        changes: id,
        ...(reach && { reach }),
        ...asksOf(found.action),
        when: { start, end },
      })
    },
    again: async (id) => {
      const { group, found } = await organised(id)
      await rights.require('plan', group)
      return save({
        id: newId.draft(),
        group,
        ...asksOf(found.action),
      })
    },
    kept,
    organised,
    datesFrom: async (id) => {
      const { series: of, day: from, helps: named } = await kept(id)
      if (of === undefined || from === undefined || named) return [id]
      const dates = (await series.occurrences(of, from)).map(({ action }) => action)
      return dates.includes(id) ? dates : [id, ...dates]
    },
    managed: async (page) => {
      const by = people.known()
      return by ? store.managedOnce(await groupsOfMine(), by, now, page) : []
    },
    dates: async (id, page) => {
      const { series: of, found } = await kept(id)
      const by = people.known()
      if (of === undefined || !by) return page.skip === 0 ? [found] : []
      return store.managed(await groupsOfMine(), by, now, { ...page, series: of })
    },
    keepSeats: async (id, hours) => {
      const found = await own(id)
      const known = offerHours.find((each) => each === hours)
      if (known === undefined) return found
      await store.keepSeats(id, known)
      return { ...found, offerHours: known }
    },
    repost: async (id) => {
      const found = await open(id)
      return { ...found, ...(await showAgain(found.found.action)) }
    },
    mine: async () => {
      const by = people.known()
      if (!by) return { drafts: 0, plans: 0 }
      return { drafts: (await drafts.of(by)).length, plans: await store.keptBy(by) }
    },
    mirror: async (id) => {
      const link = await links.byId(id)
      if (!link) throw new Refusal('link-unknown', {})
      await rights.require('link', link.group ?? 'everywhere')
      return mirrors.turn(id)
    },
    mirrors: (id) => mirrors.isOn(id),
    ...createCallingOff({ store, seriesWork, changes, touched, now, open, own, author }),
    ...createHanding({ store, people, rights, tell, touched, now, own, author, show }),
  }
}
