import type { Instant } from '../../base/clock.ts'
import { newId, type GroupId, type LinkId } from '../../base/ids.ts'
import { clip, storable } from '../../base/text.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Journal } from '../rights/journal.ts'
import { isEverywhere, type Where } from '../rights/model.ts'
import type { Rights } from '../rights/service.ts'
import { hushed, usual, type Link, type Settings, type Standing } from './model.ts'
import type { LinkStore } from './ports.ts'

/** `echo`: the one of two linked chats that is spoken to no more, since it shows what the other one hears. */
export interface Linked {
  readonly link: Link
  readonly was: 'new' | 'same' | 'other'
  readonly echo?: Link
}

export interface Links {
  /**
   * What is meant for that place arrives in that chat from now on. Refuses whoever has no right to say so there, and whoever does not
   * administer the chat.
   */
  link(where: Where, chat: string, standing: Standing | undefined): Promise<Linked>
  /** The link of a chat on the platform of whoever speaks. */
  at(chat: string): Promise<Link | undefined>
  /** Refuses whoever may not link there. */
  found(id: LinkId): Promise<Link>
  /** Refuses whoever may not link there. */
  of(where: Where): Promise<readonly Link[]>
  change(id: LinkId, settings: Partial<Settings>): Promise<Link>
  unlink(id: LinkId): Promise<Link>
}

interface Needs {
  readonly store: LinkStore
  readonly rights: Rights
  readonly journal: Journal
  readonly people: People
  /** Of whoever speaks. */
  readonly platform: string
  readonly now: Instant
}

export const whereOfLink = ({ group }: { readonly group?: GroupId }): Where => group ?? 'everywhere'

export const createLinks = ({ store, rights, journal, people, platform, now }: Needs): Links => {
  const theirs = async (id: LinkId, deed: 'link' | 'unlink' = 'link'): Promise<Link> => {
    const link = await store.byId(id)
    if (!link) throw new Refusal('link-unknown', {})
    await rights.require(deed, whereOfLink(link))
    return link
  }

  /** A channel and its discussion, linked to the same: the discussion hears the channel already. */
  const hush = async (link: Link, echo: Standing['echo']): Promise<Link | undefined> => {
    if (!echo) return undefined
    const other = await store.at({ platform, key: 'of' in echo ? echo.of : echo.in })
    if (!other || other.group !== link.group) return undefined
    const quiet = 'of' in echo ? link : other
    const changed = { ...quiet, settings: { ...quiet.settings, ...hushed } }
    await store.set(quiet.id, changed.settings)
    return changed
  }

  return {
    link: async (where, chat, standing) => {
      await rights.require('link', where)
      if (!standing?.administers) throw new Refusal('not-chat-admin', {})
      const address = { platform, key: chat }
      const before = await store.at(address)
      const title = clip(storable(standing.title), 120)
      const put = await store.put(
        {
          id: newId.link(),
          address,
          title,
          since: now,
          settings: before?.settings ?? usual,
          ...(!isEverywhere(where) && { group: where }),
        },
        await people.keep(),
      )
      if (put.was !== 'same') await journal.note(where, { is: 'did', deed: 'link', what: title })
      // Whose it was reads in their journal who took it.
      if (put.was === 'other' && before)
        await journal.note(whereOfLink(before), { is: 'did', deed: 'unlink', what: before.title })
      const echo = put.was === 'same' ? undefined : await hush(put.link, standing.echo)
      if (!echo) return put
      return { ...put, ...(echo.id === put.link.id && { link: echo }), echo }
    },
    at: (chat) => store.at({ platform, key: chat }),
    found: theirs,
    of: async (where) => {
      await rights.require('link', where)
      return store.of(where)
    },
    change: async (id, settings) => {
      const link = await theirs(id)
      const changed = { ...link, settings: { ...link.settings, ...settings } }
      await store.set(id, changed.settings)
      await journal.note(whereOfLink(link), { is: 'did', deed: 'change-link', what: link.title })
      return changed
    },
    unlink: async (id) => {
      const link = await theirs(id, 'unlink')
      await store.end(id)
      await journal.note(whereOfLink(link), { is: 'did', deed: 'unlink', what: link.title })
      return link
    },
  }
}
