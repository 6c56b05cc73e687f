import { lines, paragraphs } from '../base/rich.ts'
import { paris } from '../base/zones.ts'
import type { Message } from '../chat/index.ts'
import type { Truce } from '../domain/announcements/truces.ts'
import { askEndTruce, endTruce, showTruce, truceForm } from './announcement-presses.ts'
import { forThemAlone, rows, type Here } from './here.ts'

/** More rounds than that no vote has. */
const mostShown = 4

const spanOf = ({ t, now }: Here, { from, to }: Truce): readonly [string, string] => [
  t.dates.start(from, paris, now),
  t.dates.start(to, paris, now),
]

/** When nothing is announced, for those who say so. */
export const trucePage = async (here: Here): Promise<Message> => {
  const { t, services } = here
  const truces = (await services.announcements.truces()).slice(0, mostShown)
  const words = t.announcements.truce
  return forThemAlone(here, {
    text:
      truces.length === 0
        ? words.none
        : paragraphs(
            lines(words.heading, ...truces.map((each) => words.is(...spanOf(here, each)))),
            words.waits,
          ),
    ...rows(
      [truceForm.button(words.set, {}, 'primary')],
      ...truces.map((each) => [
        askEndTruce.button(
          truces.length === 1 ? words.end : words.endOf(spanOf(here, each)[0]),
          { from: each.from },
          'danger' as const,
        ),
      ]),
    ),
  })
}

export const endTrucePage = (here: Here, truce: Truce): Message => {
  const words = here.t.announcements.truce
  return forThemAlone(here, {
    text: words.confirmEnd(...spanOf(here, truce)),
    rows: [[endTruce.button(words.end, { from: truce.from }, 'danger'), showTruce.button(words.keep, {})]],
  })
}
