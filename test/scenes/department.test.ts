import { expect, vi } from 'vitest'
import { fr } from '../../src/phrases/fr.ts'
import { arrives, createDepartment, type Linked } from './departments.ts'
import { hears, sees } from './seeing.ts'
import { it, onEveryPlatform, platformNames, type Theatre } from './theatre.ts'

const groupsInAll = 150
const chatsInAll = 220

/** The message that a platform made of a request, by its own name for it. */
const messageIn = (answer: unknown): string =>
  /"(?:message_id|id)":"?(\d+)/.exec(JSON.stringify(answer ?? null))?.[1] ?? ''

/** How many messages with these words each platform made, chat by chat: what was asked twice and written once is one. */
const ledgers = ({ stages }: Theatre, words: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const made = new Map<string, Set<string>>()
  for (const on of platformNames)
    for (const { method, params, status, answer } of stages[on].ledger()) {
      const sent = on === 'telegram' ? method === 'sendMessage' : /^POST .*\/messages$/.test(method)
      const said = JSON.stringify(params['text'] ?? params['content'] ?? '')
      // What was cut off after it was done was done.
      if (!sent || status >= 300 || !said.includes(words)) continue
      const chat = on === 'telegram' ? String(params['chat_id']) : (method.split('/')[2] ?? '')
      made.set(chat, (made.get(chat) ?? new Set()).add(messageIn(answer)))
    }
  return made
}

const shown = ({ reader, trouble }: Linked, words: string): number =>
  trouble === 'deleted' || trouble === 'topic'
    ? 0
    : reader.seen().filter(({ text }) => text.includes(words)).length

onEveryPlatform(
  'A whole department',
  (theatre, platform) => {
    it(
      'hears one announcement, and its account says of each chat what really happened there',
      { timeout: 120_000 },
      async () => {
        const { store } = theatre()
        const { lou, max, author, linked, members } = await createDepartment(theatre(), {
          groups: groupsInAll,
          chats: chatsInAll,
        })
        expect(linked.filter(({ trouble }) => trouble !== undefined)).toHaveLength(chatsInAll / 10)

        const words = `Grande réunion du département (${platform})`
        await lou.asks('annonce')
        await lou.presses(fr.announcements.write)
        await lou.fills({ [fr.announcements.form.label]: words })
        await sees(lou, 'moins d’une minute')
        await lou.presses(fr.announcements.send)
        await max.presses(fr.announcements.agree, await sees(max, words))
        await hears(max, fr.announcements.youAgreed)

        const { id, privately } = await vi.waitFor(async () => {
          const [mine] = await store.announcements.of(author, 1)
          expect(mine?.stage).toBe('sent')
          if (!mine?.privately) throw new Error('members hear of it, too')
          return { ...mine, privately: mine.privately }
        }, 20_000)
        const relays = await vi.waitFor(
          async () => {
            const all = await store.announcements.relays(id)
            expect(all.length).toBe(chatsInAll)
            expect(all.filter(({ fate }) => fate === 'waiting')).toEqual([])
            return all
          },
          { timeout: 90_000, interval: 250 },
        )

        // The account against what each chat shows, and against what its platform took.
        const made = ledgers(theatre(), words)
        const told = new Map(relays.map((relay) => [relay.link, relay]))
        for (const each of linked) {
          const { link, chat, trouble } = each
          const relay = told.get(link)
          const what = `${chat.title}: ${trouble ?? 'well'}, ${relay?.state} ${relay?.fate} ${relay?.why}`
          const says = relay?.state === 'sent' && relay.fate === 'delivered' ? 1 : 0
          expect(says, what).toBe(trouble === undefined || arrives[trouble] ? 1 : 0)
          expect(shown(each, words), what).toBe(says)
          expect(made.get(chat.id)?.size ?? 0, what).toBe(says)
          if (trouble === 'muted') expect(relay?.state).toBe('muted')
        }
        // Members who asked for it, one of whom has blocked the bot meanwhile.
        await vi.waitFor(
          async () => {
            expect(await store.announcements.copies(privately)).toMatchObject({ delivered: 1, left: 0 })
          },
          { timeout: 20_000 },
        )
        expect(members.map((member) => member.seen().some(({ text }) => text.includes(words)))).toEqual([
          true,
          false,
        ])

        const arrived = relays.filter(({ fate }) => fate === 'delivered').length
        const muted = relays.filter(({ state }) => state === 'muted').length
        await lou.asks('suivi')
        await hears(lou, fr.announcements.counts.delivered(arrived))
        await hears(lou, fr.announcements.counts.muted(muted))
        await hears(lou, fr.announcements.counts.failed(chatsInAll - arrived - muted))

        // Taken back: no copy is left.
        for (const name of platformNames) theatre().stages[name].behave()
        await lou.presses(fr.announcements.withdraw)
        await lou.presses(fr.announcements.withdraw)
        let left = linked.filter((each) => shown(each, words) > 0)
        await vi.waitFor(
          () => {
            left = left.filter((each) => shown(each, words) > 0)
            expect(left.map(({ chat }) => chat.title)).toEqual([])
            expect(members.some((member) => member.seen().some(({ text }) => text.includes(words)))).toBe(
              false,
            )
          },
          { timeout: 60_000, interval: 200 },
        )
      },
    )
  },
  { crowded: true },
)
