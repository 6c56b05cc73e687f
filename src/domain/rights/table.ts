import type { Group } from '../groups/model.ts'
import { sphereOf, type Deed, type Held, type Role, type Sphere } from './model.ts'

type Row = { readonly [S in Sphere]?: readonly Role[] }

const ofGroup = ['animator', 'manager'] as const

/**
 * Who may do what, where; what is not in the table nobody may. An animator of a loop counts in the loop itself and, for what the `group`
 * column gives them, in the groups of its department: groups are autonomous, so that is little.
 */
export const rights: { readonly [D in Deed]: Row } = {
  plan: { group: ofGroup, loop: ['loop-animator'], everywhere: ['coordination'] },
  manage: { group: ofGroup, loop: ['loop-animator'], everywhere: ['coordination'] },
  'see-names': { group: ofGroup, loop: ['loop-animator'], everywhere: ['coordination'] },
  link: { group: ['animator'], loop: ['loop-animator'], everywhere: ['coordination'] },
  unlink: { group: ['animator'], loop: ['loop-animator'], everywhere: ['coordination'] },
  follow: { group: ['animator'], loop: ['loop-animator'] },
  unfollow: { group: ['animator'], loop: ['loop-animator'] },
  announce: { group: ofGroup, loop: ['loop-animator'], everywhere: ['coordination'] },
  'withdraw-announcement': {
    group: ofGroup,
    loop: ['loop-animator'],
    everywhere: ['coordination'],
  },
  'set-truce': { everywhere: ['coordination'] },
  'have-say': { group: ofGroup },
  'invite-coordination': { everywhere: ['operator', 'coordination'] },
  'invite-loop-animator': { loop: ['operator', 'coordination', 'loop-animator'] },
  'invite-animator': { group: ['operator', 'coordination', 'loop-animator', 'animator'] },
  'invite-manager': { group: ['animator'] },
  'withdraw-coordination': { everywhere: ['operator'] },
  'withdraw-loop-animator': { loop: ['operator', 'coordination'] },
  'withdraw-animator': { group: ['operator', 'coordination'] },
  'withdraw-manager': { group: ['operator', 'coordination', 'animator'] },
  replace: { loop: ['loop-animator'] },
  'see-team': {
    group: ['operator', 'coordination', 'loop-animator', ...ofGroup],
    loop: ['operator', 'coordination', 'loop-animator'],
    everywhere: ['operator', 'coordination'],
  },
  'read-journal': {
    group: ['operator', 'coordination', 'animator'],
    loop: ['operator', 'coordination', 'loop-animator'],
    everywhere: ['operator', 'coordination'],
  },
}

/** Does a role that somebody holds count at that place? */
const counts = ({ role, group }: Held, place: Group | 'everywhere'): boolean => {
  switch (role) {
    case 'operator':
    case 'coordination':
      return true
    case 'loop-animator':
      if (place === 'everywhere' || group === undefined) return false
      return place.kind === 'loop'
        ? place.id === group.id
        : place.department !== undefined && place.department === group.department
    case 'animator':
    case 'manager':
    case 'member':
      return place !== 'everywhere' && place.id === group?.id
  }
}

/** The roles that allow it there. */
export const allowing = (deed: Deed, place: Group | 'everywhere'): readonly Role[] =>
  rights[deed][sphereOf(place)] ?? []

export const isAllowed = (held: readonly Held[], deed: Deed, place: Group | 'everywhere'): boolean => {
  const roles = allowing(deed, place)
  return held.some((each) => roles.includes(each.role) && counts(each, place))
}
