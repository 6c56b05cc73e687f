import type { Link } from '../../src/domain/links/model.ts'
import type { LinkStore } from '../../src/domain/links/ports.ts'
import { isEverywhere } from '../../src/domain/rights/model.ts'

/** Linked chats, in memory. */
export const createLinksInMemory = (): LinkStore => {
  let links: readonly Link[] = []
  const at = ({ platform, key }: Link['address']) =>
    links.find(({ address }) => address.platform === platform && address.key === key)
  const change = (id: Link['id'] | undefined, to: (link: Link) => Link): void => {
    links = links.map((link) => (link.id === id ? to(link) : link))
  }
  return {
    put: async (link) => {
      const before = at(link.address)
      if (!before) {
        links = [...links, link]
        return { link, was: 'new' }
      }
      const kept = { ...link, id: before.id }
      change(before.id, () => kept)
      return { link: kept, was: before.group === link.group ? 'same' : 'other' }
    },
    byId: async (id) => links.find((link) => link.id === id),
    at: async (address) => at(address),
    of: async (where) =>
      links.filter(({ group }) => (isEverywhere(where) ? group === undefined : group === where)),
    set: async (id, settings) => change(id, (link) => ({ ...link, settings })),
    end: async (id) => {
      const before = links.length
      links = links.filter((link) => link.id !== id)
      return links.length < before
    },
    trouble: async (address, why) => {
      const link = at(address)
      if (!link || link.trouble) return undefined
      change(link.id, () => ({ ...link, trouble: why }))
      return { ...link, trouble: why }
    },
    switchOff: async (address, what) => {
      const link = at(address)
      if (!link?.settings[what]) return undefined
      const settings = { ...link.settings, [what]: false }
      change(link.id, () => ({ ...link, settings }))
      return { ...link, settings }
    },
    mend: async (addresses) => {
      for (const address of addresses) change(at(address)?.id, ({ trouble: _, ...link }) => link)
    },
    within: async (platform, start) =>
      links
        .map(({ address }) => address)
        .filter((of) => of.platform === platform && of.key.startsWith(start)),
    uncounted: async () => [],
    counted: async () => undefined,
    move: async (from, key) => {
      change(at(from)?.id, (link) => ({ ...link, address: { ...link.address, key } }))
    },
  }
}
