import { lines, paragraphs, plain, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import { paris } from '../base/zones.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { Account, Relay } from '../domain/announcements/model.ts'
import type { Button, Message } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { announceDo, correctForm, showRelays, type dos } from './announcement-presses.ts'
import { closePoll, showList } from './composing-presses.ts'
import { forThemAlone, rows, type Here } from './here.ts'

const perPage = 12

const startOf = (text: Rich): string => clip(plain(text).replaceAll(/\s+/g, ' ').trim(), 90)

const countOf = (relays: readonly Relay[], is: (relay: Relay) => boolean): number => relays.filter(is).length

const isFailed = ({ state, fate }: Relay): boolean => state === 'troubled' || fate === 'gone'

/** Copies of which nobody knows whether they arrived. */
const doubtfulOf = ({ relays, privately }: Account): number =>
  countOf(relays, ({ state, fate }) => state === 'sent' && fate === 'uncertain') + (privately?.uncertain ?? 0)

const some = (count: number, worded: (count: number) => string) => (count > 0 ? worded(count) : undefined)

/** Copies that still leave, if nobody stops them. */
const underWay = ({ relays, privately }: Account): number =>
  countOf(relays, ({ state, fate }) => state === 'sent' && fate === 'waiting') + (privately?.left ?? 0)

const numbers = (
  t: Book,
  { announcement: { stage }, relays, flow, unlinked, received, privately }: Account,
): Rich => {
  const words = t.announcements.counts
  const by = (state: Relay['state']) => countOf(relays, (relay) => relay.state === state)
  const fate = (of: Relay['fate']) => countOf(relays, (relay) => relay.state === 'sent' && relay.fate === of)
  const failed = fate('gone') + by('troubled')
  const under = fate('waiting')
  const isPaused = stage === 'sent' && flow === 'paused'
  return lines(
    words.total(relays.length),
    t.announcements.chart(fate('delivered'), failed + fate('uncertain'), under + by('waiting') + by('later')),
    some(fate('delivered'), stage === 'withdrawn' ? words.withdrawn : words.delivered),
    some(under, isPaused ? words.resting : words.under),
    some(by('waiting'), words.waiting),
    some(by('later'), words.later),
    some(by('declined'), words.declined),
    some(by('stopped') + fate('dropped'), words.stopped),
    some(by('muted'), words.muted),
    some(failed, words.failed),
    some(fate('uncertain'), words.uncertain),
    privately && t.composing.copies(privately.delivered, privately.total),
    some(
      countOf(relays, ({ old }) => old === true),
      words.old,
    ),
    some(unlinked, words.unlinked),
    some(received, words.received),
  )
}

const answers = (t: Book, { announcement: { poll }, votes }: Account): Rich | undefined =>
  poll &&
  votes &&
  paragraphs(
    poll.totals || poll.ends === undefined
      ? t.polls.ended(poll.question)
      : t.polls.soFar(poll.question, t.dates.short(poll.ends, paris)),
    t.polls.results(poll.choices, votes),
  )

/** Ways to hold what has not left, or to send again what may not have arrived. */
const controls = (t: Book, account: Account): readonly (readonly Button[])[] => {
  const { announcement, relays, flow } = account
  if (announcement.stage !== 'sent') return []
  const button = (label: string, does: (typeof dos)[number], tone?: 'primary' | 'danger'): Button =>
    announceDo.button(label, { announcement: announcement.id, does }, tone)
  const waits = countOf(relays, ({ state }) => state === 'waiting' || state === 'later')
  const leaves = flow === 'running' && underWay(account) > 0
  const failed = countOf(relays, isFailed)
  const doubtful = doubtfulOf(account)
  return [
    [
      ...(flow === 'paused' ? [button(t.announcements.goAhead, 'resume', 'primary')] : []),
      ...(leaves ? [button(t.announcements.pause, 'pause')] : []),
      ...(flow === 'paused' || leaves || waits > 0 ? [button(t.announcements.cut, 'cut', 'danger')] : []),
    ],
    [
      ...(failed > 0 ? [button(t.announcements.retry(failed), 'retry')] : []),
      ...(doubtful > 0 ? [button(t.announcements.resend(doubtful), 'resend')] : []),
    ],
  ]
}

/** All of them are shown by the same message. */
const shownBy = ({ announcement, relays }: Account): BroadcastId | undefined =>
  relays.find(({ broadcast }) => broadcast !== undefined)?.broadcast ?? announcement.privately

/** Takes the place of {@link accountPage}, until whoever reads it goes back. */
export const inItsPlace = (here: Here, account: Account, message: Message): Message => {
  const covers = shownBy(account)
  return { ...forThemAlone(here, message), instead: true, ...(covers && { covers }) }
}

/** What became of it: one message, which is changed where it stands while copies arrive. `plan`: when it leaves, where that is not now. */
export const accountPage = (t: Book, account: Account, plan?: Rich): Message => {
  const { announcement, relays } = account
  const { id, stage, text } = announcement
  const first = shownBy(account)
  const isOut = stage === 'sent' || stage === 'withdrawn'
  const isOpen = stage === 'sent' && announcement.poll && !announcement.poll.totals
  return {
    text: paragraphs(
      t.announcements.heading(plan && stage === 'holding' ? 'planned' : stage, startOf(text)),
      stage === 'sent' && account.flow === 'paused' ? t.announcements.paused : undefined,
      isOut ? numbers(t, account) : undefined,
      stage === 'asking' ? t.announcements.waitsForAgreement : undefined,
      plan,
      stage === 'cancelled' ? t.announcements.again : undefined,
      account.silent && account.flow !== 'paused' ? t.broadcasts.silent(account.silent) : undefined,
      stage === 'sent' && doubtfulOf(account) > 0 ? t.announcements.doubtful(doubtfulOf(account)) : undefined,
      stage === 'sent' ? answers(t, account) : undefined,
    ),
    ...rows(
      stage === 'draft'
        ? [announceDo.button(t.announcements.resume, { announcement: id, does: 'preview' }, 'primary')]
        : [],
      [
        ...(relays.length > 0
          ? [showRelays.button(t.announcements.chats, { announcement: id, skip: 0 })]
          : []),
        ...(stage === 'draft'
          ? []
          : [announceDo.button(t.announcements.refresh, { announcement: id, does: 'show' })]),
      ],
      [
        ...(isOut && account.unlinked > 0
          ? [showList.button(t.composing.lists.unlinked, { announcement: id, list: 'unlinked', skip: 0 })]
          : []),
        ...(stage === 'sent' && account.unread > 0
          ? [showList.button(t.composing.lists.unread, { announcement: id, list: 'unread', skip: 0 })]
          : []),
      ],
      isOpen ? [closePoll.button(t.polls.close, { announcement: id })] : [],
      ...controls(t, account),
      stage === 'holding' || stage === 'asking'
        ? [announceDo.button(t.announcements.stop, { announcement: id, does: 'drop' }, 'danger')]
        : [],
      stage !== 'sent' || (relays.length > 0 && relays.every(({ old }) => old))
        ? []
        : [
            correctForm.button(t.announcements.correct, { announcement: id }),
            announceDo.button(t.announcements.withdraw, { announcement: id, does: 'back' }, 'danger'),
          ],
    ),
    ...(first && { follows: first }),
  }
}

const rank = ({ state, fate }: Relay): number =>
  state === 'troubled' || fate === 'gone' ? 0 : fate === 'uncertain' ? 1 : state === 'waiting' ? 2 : 3

/** Chat by chat: those that need somebody first. */
export const relaysPage = (here: Here, account: Account, skip: number): Message => {
  const { t } = here
  const { announcement, relays } = account
  const sorted = relays.toSorted((one, other) => rank(one) - rank(other))
  const shown = sorted.slice(skip, skip + perPage)
  const to = (at: number) => ({ announcement: announcement.id, skip: at })
  return inItsPlace(here, account, {
    text: lines(
      ...shown.map(({ title, platform, state, fate, why }) =>
        t.announcements.relayLine(title, platform, state, fate, why, announcement.stage),
      ),
    ),
    ...rows([
      ...(skip > 0 ? [showRelays.button(t.places.earlier, to(Math.max(0, skip - perPage)))] : []),
      ...(skip + perPage < relays.length ? [showRelays.button(t.places.later, to(skip + perPage))] : []),
      announceDo.button(t.announcements.back, { announcement: announcement.id, does: 'show' }),
    ]),
  })
}
