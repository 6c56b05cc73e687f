import { describe, expect, it } from 'vitest'
import type { DepartmentCode } from '../../../src/domain/territory/model.ts'
import { deeds, roles, sphereOf, type Deed, type Held, type Role } from '../../../src/domain/rights/model.ts'
import { isAllowed } from '../../../src/domain/rights/table.ts'
import { aGroup } from '../../world/makings.ts'

const group = aGroup({ name: 'Montreuil insoumise' })
const neighbour = aGroup({ name: 'Bagnolet insoumise' })
const loop = aGroup({ kind: 'loop', name: 'Boucle du 93' })
const otherLoop = aGroup({ kind: 'loop', name: 'Boucle du Nord', department: '59' as DepartmentCode })
const nowhere = aGroup({ kind: 'thematic', name: 'Espace cinéma' })
const { department: _, ...withoutDepartment } = nowhere

/** Everybody that there can be: their role, and where they have it. */
const everybody: Readonly<Record<string, Held>> = {
  operator: { role: 'operator' },
  coordination: { role: 'coordination' },
  'loop animator': { role: 'loop-animator', group: loop },
  'animator of another loop': { role: 'loop-animator', group: otherLoop },
  animator: { role: 'animator', group },
  'animator next door': { role: 'animator', group: neighbour },
  manager: { role: 'manager', group },
  'manager next door': { role: 'manager', group: neighbour },
  member: { role: 'member', group },
}

/** Who may, as one would say it; nobody else. */
const said: { readonly [D in Deed]: { group: string; loop: string; everywhere: string } } = {
  plan: { group: 'animator, manager', loop: 'loop animator', everywhere: 'coordination' },
  manage: { group: 'animator, manager', loop: 'loop animator', everywhere: 'coordination' },
  'see-names': { group: 'animator, manager', loop: 'loop animator', everywhere: 'coordination' },
  link: { group: 'animator', loop: 'loop animator', everywhere: 'coordination' },
  unlink: { group: 'animator', loop: 'loop animator', everywhere: 'coordination' },
  follow: { group: 'animator', loop: 'loop animator', everywhere: '' },
  unfollow: { group: 'animator', loop: 'loop animator', everywhere: '' },
  announce: { group: 'animator, manager', loop: 'loop animator', everywhere: 'coordination' },
  'withdraw-announcement': {
    group: 'animator, manager',
    loop: 'loop animator',
    everywhere: 'coordination',
  },
  'set-truce': { group: '', loop: '', everywhere: 'coordination' },
  'have-say': { group: 'animator, manager', loop: '', everywhere: '' },
  'invite-coordination': { group: '', loop: '', everywhere: 'operator, coordination' },
  'invite-loop-animator': { group: '', loop: 'operator, coordination, loop animator', everywhere: '' },
  'invite-animator': {
    group: 'operator, coordination, loop animator, animator',
    loop: '',
    everywhere: '',
  },
  'invite-manager': { group: 'animator', loop: '', everywhere: '' },
  'withdraw-coordination': { group: '', loop: '', everywhere: 'operator' },
  'withdraw-loop-animator': { group: '', loop: 'operator, coordination', everywhere: '' },
  'withdraw-animator': { group: 'operator, coordination', loop: '', everywhere: '' },
  'withdraw-manager': { group: 'operator, coordination, animator', loop: '', everywhere: '' },
  replace: { group: '', loop: 'loop animator', everywhere: '' },
  'see-team': {
    group: 'operator, coordination, loop animator, animator, manager',
    loop: 'operator, coordination, loop animator',
    everywhere: 'operator, coordination',
  },
  'read-journal': {
    group: 'operator, coordination, animator',
    loop: 'operator, coordination, loop animator',
    everywhere: 'operator, coordination',
  },
}

describe('The rights', () => {
  for (const deed of deeds)
    for (const place of [group, loop, 'everywhere'] as const) {
      const sphere = sphereOf(place)
      const may = said[deed][sphere].split(', ').filter((name) => name !== '')
      it(`${deed} in ${sphere}: ${may.join(', ') || 'nobody'}`, () => {
        const allowed = Object.entries(everybody).filter(([, held]) => isAllowed([held], deed, place))
        expect(allowed.map(([name]) => name)).toEqual(may)
      })
    }

  it('are nobody’s without a role', () => {
    for (const deed of deeds)
      for (const place of [group, loop, 'everywhere'] as const) expect(isAllowed([], deed, place)).toBe(false)
  })

  it('add up when somebody has several roles', () => {
    const both = [everybody['manager next door'], everybody['loop animator']].filter(
      (held) => held !== undefined,
    )
    expect(isAllowed(both, 'plan', neighbour)).toBe(true)
    expect(isAllowed(both, 'announce', loop)).toBe(true)
    expect(isAllowed(both, 'plan', group)).toBe(false)
  })

  it('give no loop a word over a group of no department', () => {
    expect(isAllowed([{ role: 'loop-animator', group: loop }], 'invite-animator', withoutDepartment)).toBe(
      false,
    )
    expect(
      isAllowed([{ role: 'loop-animator', group: withoutDepartment }], 'invite-animator', withoutDepartment),
    ).toBe(false)
  })

  it('know every role', () => {
    const named = new Set<Role>(Object.values(everybody).map(({ role }) => role))
    expect([...named].toSorted()).toEqual([...roles].toSorted())
  })
})
