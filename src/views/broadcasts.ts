import { minute } from '../base/clock.ts'
import { lines, paragraphs, plain, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import { paris } from '../base/zones.ts'
import type { Button, Message } from '../chat/index.ts'
import type { Broadcast, Progress } from '../domain/broadcasts/model.ts'
import type { Book } from '../phrases/book.ts'
import { askWithdraw, controlBroadcast, retryBroadcast, showProgress } from './broadcast-presses.ts'
import { inRows, rows, type Here } from './here.ts'

const some = (count: number, words: (count: number) => Rich): Rich | undefined =>
  count > 0 ? words(count) : undefined

/** In minutes, at the pace of late; unknown while too little has left. */
const endOf = ({ left, lately }: Progress): number | undefined =>
  left > 0 && lately.count > 0 ? Math.round((left * lately.ofMs) / lately.count / minute) : undefined

const counts = (t: Book, progress: Progress): Rich => {
  const { broadcast, total, delivered, gone, whys, uncertain, dropped, left } = progress
  const { errand, state } = broadcast
  if (total === undefined) return t.broadcasts.counting
  if (total === 0) return t.broadcasts.nobody
  const end = state === 'running' ? endOf(progress) : undefined
  return lines(
    t.broadcasts.arrived(errand, delivered, total),
    some(left, t.broadcasts.left),
    end === undefined ? undefined : t.broadcasts.endsIn(end),
    some(gone, (count) => t.broadcasts.gone(count, whys)),
    some(uncertain, t.broadcasts.uncertain),
    some(dropped, t.broadcasts.dropped),
    progress.silent && state === 'running' ? t.broadcasts.silent(progress.silent) : undefined,
  )
}

const buttons = (
  t: Book,
  { broadcast: { id: broadcast, errand, state }, delivered, gone, uncertain }: Progress,
): readonly (readonly Button[])[] => {
  const control = (does: 'pause' | 'resume' | 'cancel', label: string, tone?: 'primary' | 'danger'): Button =>
    controlBroadcast.button(label, { broadcast, does }, tone)
  const cancel = control('cancel', t.broadcasts.cancel, 'danger')
  switch (state) {
    case 'running':
      return [[control('pause', t.broadcasts.pause), cancel]]
    case 'paused':
      return [[control('resume', t.broadcasts.resume, 'primary'), cancel]]
    case 'cancelled':
    case 'done':
      return [
        uncertain > 0
          ? [retryBroadcast.button(t.broadcasts.resend(uncertain), { broadcast, fate: 'uncertain' })]
          : [],
        gone > 0 ? [retryBroadcast.button(t.broadcasts.retry(gone), { broadcast, fate: 'gone' })] : [],
        delivered > 0 && errand !== 'withdraw'
          ? [askWithdraw.button(t.broadcasts.withdraw, { broadcast }, 'danger')]
          : [],
      ]
  }
}

/** How a broadcast fares: while it goes out, this message is edited where it stands. */
export const progressPage = (t: Book, progress: Progress): Message => ({
  text: paragraphs(
    t.broadcasts.heading(progress.broadcast.errand, progress.broadcast.state),
    counts(t, progress),
  ),
  ...rows(...buttons(t, progress)),
  follows: progress.broadcast.id,
})

/** Nothing is taken back by one tap. */
export const askWithdrawPage = (t: Book, { broadcast: { id }, delivered }: Progress): Message => ({
  text: t.broadcasts.confirm(delivered),
  rows: [
    [
      controlBroadcast.button(t.broadcasts.withdraw, { broadcast: id, does: 'withdraw' }, 'danger'),
      showProgress.button(t.broadcasts.keep, { broadcast: id }),
    ],
  ],
  covers: id,
})

const beginningOf = ({ what }: Broadcast): string => (what.is === 'text' ? clip(plain(what.text), 60) : '')

/** What somebody sent to many, the newest first. */
export const sentPage = ({ t, now }: Here, sent: readonly Broadcast[]): Message => ({
  text:
    sent.length === 0
      ? t.broadcasts.none
      : paragraphs(
          t.broadcasts.list,
          lines(
            ...sent.map((each) =>
              t.broadcasts.line(t.dates.start(each.begun, paris, now), each.state, beginningOf(each)),
            ),
          ),
        ),
  ...rows(
    ...inRows(
      sent.map(({ id: broadcast }, at) => showProgress.button(t.broadcasts.show(at + 1), { broadcast })),
      3,
    ),
  ),
})
