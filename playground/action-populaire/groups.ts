import type { MadeUpGroup } from '../movement/index.ts'
import { groupLocation } from './places.ts'
import { isListed, isOver, type World } from './world.ts'
import type { Instant } from '../../src/base/clock.ts'

const labels = {
  L: 'Groupe local',
  B: 'Groupe thématique',
  F: 'Groupe fonctionnel',
  D: 'Boucle départementale',
} as const

const icons = {
  L: { color: '#4a64ac', iconName: 'users' },
  B: { color: '#49b37d', iconName: 'book' },
  F: { color: '#e14b35', iconName: 'cog' },
  D: { color: '#e4b363', iconName: 'stroopwafel' },
} as const

/** A group as searches of `/api` show it. */
export const groupFound = ({ id, name, type, place, located }: MadeUpGroup): object => ({
  id,
  name,
  location: groupLocation(place, located),
  iconConfiguration: icons[type],
})

/** A group as an anonymous reader sees it, every key, people included. */
export const groupDetails = (group: MadeUpGroup, world: World, base: string, now: Instant): object => {
  const organised = world.events().filter((event) => isListed(event) && event.groups.includes(group.id))
  const url = `${base}/groupes/${group.id}/`
  return {
    ...groupFound(group),
    type: group.type,
    typeLabel: labels[group.type],
    subtypes: [],
    description: group.description,
    textDescription: group.description.replaceAll(/<[^>]*>/g, ' ').trim(),
    membershipType: 0,
    isMember: false,
    isActiveMember: false,
    isManager: false,
    isReferent: false,
    personalInfoConsent: false,
    isFull: false,
    isOpen: group.open,
    isCertified: group.certified,
    contact: { name: group.animators[0] ?? '', email: null, phone: null },
    image: null,
    referents: group.animators.map((displayName, rank) => ({
      id: `00000000-0000-4000-8000-00000000000${rank}`,
      displayName,
      image: null,
      gender: rank === 0 ? 'F' : 'M',
    })),
    links: group.links.map((link, rank) => ({ id: rank + 1, ...link })),
    facts: {
      activeMemberCount: group.members,
      eventCount: organised.length,
      creationDate: new Date(group.founded).toISOString().replace('Z', '456Z'),
      isCertified: group.certified,
      lastActivityDate: null,
    },
    routes: {
      details: url,
      ...(group.certified ? { donations: `${url}dons/` } : {}),
      contributions: `${url}contributions/`,
      downloadAttendanceList: `${url}membres/emargement.pdf`,
    },
    hasUpcomingEvents: organised.some((event) => !isOver(event, now)),
    hasPastEvents: organised.some((event) => isOver(event, now)),
    hasPastEventReports: false,
    hasMessages: false,
    isMessagingEnabled: true,
    isBoucleDepartementale: group.type === 'D',
  }
}
