import { expect, vi } from 'vitest'
import type { Actor, Chat } from '../../playground/actor.ts'
import { newId, type LinkId } from '../../src/base/ids.ts'
import { usual } from '../../src/domain/links/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, sees } from './seeing.ts'
import { it, onEveryPlatform, platformNames, type PlatformName } from './theatre.ts'

const groupsInAll = 150
const chatsInAll = 220

interface Linked {
  readonly link: LinkId
  readonly on: PlatformName
  readonly chat: Chat
  readonly reader: Actor
}

/** What goes wrong in one chat of ten, in turn. */
const troubles = ['kicked', 'deleted', 'forbidden', 'limit', 'slow', 'error'] as const
type Trouble = (typeof troubles)[number]

const arrives: Readonly<Record<Trouble, boolean>> = {
  kicked: false,
  deleted: false,
  forbidden: false,
  limit: true,
  slow: true,
  error: true,
}

const keyOf = (on: PlatformName, { id }: Chat): string => (on === 'telegram' ? id : `c:${id}`)
const sending = { telegram: 'sendMessage', discord: 'POST /channels' } as const

onEveryPlatform('A whole department', (theatre) => {
  it(
    'hears one announcement, and its account says of each chat what really happened there',
    { timeout: 240_000 },
    async () => {
      const { town, appoints, somebody, stages, store, clock } = theatre()
      const there = town()
      const loop = await there.group({ name: 'Boucle du département', kind: 'loop' })
      const [lou, max] = [somebody('Lou'), somebody('Max')]
      const author = await appoints(lou, 'loop-animator', loop)
      await appoints(max, 'loop-animator', loop)
      await lou.asks('aide')
      await max.asks('aide')

      const readers = {
        telegram: stages.telegram.person('Lectrice'),
        discord: stages.discord.person('Lectrice'),
      }
      const groups = []
      for (let at = 0; at < groupsInAll; at += 1) groups.push(await there.group({ name: `Groupe ${at}` }))
      const linked: Linked[] = []
      for (let at = 0; at < chatsInAll; at += 1) {
        const on = platformNames[at % 2] ?? 'telegram'
        const group = groups[at % groups.length]
        const chat = stages[on].group(`Discussion ${at}`, [readers[on]], { animators: [readers[on]] })
        const { link } = await store.links.put(
          {
            id: newId.link(),
            ...(group && { group }),
            address: { platform: on, key: keyOf(on, chat) },
            title: chat.title,
            since: clock.now(),
            settings: { ...usual, from: 0, to: 0 },
          },
          author,
        )
        linked.push({ link: link.id, on, chat, reader: readers[on].in(chat) })
      }

      const misbehaving = new Map<LinkId, Trouble>()
      for (const [at, { link, on, chat, reader }] of linked.entries()) {
        if (at % 10 !== 0 && at % 10 !== 1) continue
        if (Math.floor(at / 10) % 2 === at % 2) continue
        const trouble = troubles[misbehaving.size % troubles.length]
        if (!trouble) continue
        misbehaving.set(link, trouble)
        const here = { chat: chat.id, method: sending[on] }
        if (trouble === 'kicked') await reader.expels()
        else if (trouble === 'deleted') stages[on].closes(chat)
        else if (trouble === 'forbidden')
          stages[on].misbehave({ what: 'forbidden', ...here, times: Infinity })
        else stages[on].misbehave({ what: trouble, seconds: 1, ...here })
      }
      expect(misbehaving.size).toBe(chatsInAll / 10)

      const words = `Grande réunion du département (${theatre().platform})`
      await lou.asks('annonce')
      await lou.presses(fr.announcements.write)
      await lou.fills({ [fr.announcements.form.label]: words })
      await sees(lou, 'moins d’une minute')
      await lou.presses(fr.announcements.send)
      await max.presses(fr.announcements.agree, await sees(max, words))
      await hears(max, fr.announcements.youAgreed)

      const [announcement] = await vi.waitFor(async () => {
        const mine = await store.announcements.of(author, 1)
        expect(mine[0]?.stage).toBe('sent')
        return mine
      }, 20_000)
      if (!announcement) throw new Error('nothing was announced')
      const relays = await vi.waitFor(
        async () => {
          const all = await store.announcements.relays(announcement.id)
          expect(all.length).toBe(chatsInAll)
          expect(all.filter(({ fate }) => fate === 'waiting')).toEqual([])
          return all
        },
        { timeout: 150_000, interval: 500 },
      )

      // The account against what each chat really shows.
      const told = new Map(relays.map((relay) => [relay.link, relay]))
      for (const { link, chat, reader } of linked) {
        const trouble = misbehaving.get(link)
        const shows =
          trouble === 'deleted' ? 0 : reader.seen().filter(({ text }) => text.includes(words)).length
        const relay = told.get(link)
        const says = relay?.state === 'sent' && relay.fate === 'delivered' ? 1 : 0
        expect(
          shows,
          `${chat.title}: ${trouble ?? 'well'}, ${relay?.state} ${relay?.fate} ${relay?.why}`,
        ).toBe(says)
        expect(says, `${chat.title}: ${trouble ?? 'well'}, ${relay?.why}`).toBe(
          trouble === undefined || arrives[trouble] ? 1 : 0,
        )
      }

      const arrived = relays.filter(({ fate }) => fate === 'delivered').length
      await lou.asks('suivi')
      await hears(lou, fr.announcements.counts.delivered(arrived))
      await hears(lou, fr.announcements.counts.failed(chatsInAll - arrived))

      // Taken back: no copy is left.
      for (const name of platformNames) stages[name].behave()
      await lou.presses(fr.announcements.withdraw)
      await lou.presses(fr.announcements.withdraw)
      await vi.waitFor(
        () => {
          const left = linked.filter(
            ({ link, reader }) =>
              misbehaving.get(link) !== 'deleted' && reader.seen().some(({ text }) => text.includes(words)),
          )
          expect(left.map(({ chat }) => chat.title)).toEqual([])
        },
        { timeout: 120_000, interval: 500 },
      )
    },
  )
})
