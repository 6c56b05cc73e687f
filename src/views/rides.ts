import { lines, paragraphs, type Rich } from '../base/rich.ts'
import type { Message } from '../chat/index.ts'
import type { Cars } from '../domain/rides/service.ts'
import { forThemAlone, rows, type Here } from './here.ts'
import { showAction } from './presses.ts'
import { askRide, leaveRide, offerForm, wishForm } from './ride-presses.ts'

const mostOffers = 5

const ownLines = ({ t }: Here, { own }: Cars): Rich | undefined => {
  if (!own) return undefined
  if (own.is === 'offer') return t.rides.yourOffer(own.free, own.seats, own.words)
  const state = own.agreed ? t.rides.agreed : own.offer === undefined ? undefined : t.rides.asked
  return lines(t.rides.yourWish(own.seats, own.words), state)
}

/** Seats that are offered, and what whoever reads has there. */
export const ridesPage = (here: Here, cars: Cars, said?: Rich): Message => {
  const { t } = here
  const { found, offers, own } = cars
  const { id: action, name } = found.action
  const others = offers.filter(({ id }) => id !== own?.id).slice(0, mostOffers)
  const mayAsk = own?.is === 'wish' && !own.agreed
  return forThemAlone(here, {
    text: paragraphs(
      said,
      lines(
        t.rides.heading(name),
        ...(others.length === 0
          ? own?.is === 'offer'
            ? []
            : [t.rides.none]
          : others.map(({ free, words, metres }) =>
              metres === undefined
                ? t.rides.offer(free, words)
                : t.rides.offerNear(free, words, t.places.distance(metres, true)),
            )),
      ),
      ownLines(here, cars),
      t.rides.private,
    ),
    ...rows(
      mayAsk
        ? others
            .filter(({ id }) => id !== own.offer)
            .slice(0, 3)
            .map(({ id, words }, rank) =>
              askRide.button(t.rides.buttons.ask(words), { offer: id }, rank === 0 ? 'primary' : undefined),
            )
        : [],
      [
        offerForm.button(t.rides.buttons.offer, { action }),
        wishForm.button(t.rides.buttons.wish, { action }),
      ],
      [
        ...(own ? [leaveRide.button(t.rides.buttons.leave, { action })] : []),
        showAction.button(t.answers.buttons.back, { action }),
      ],
    ),
  })
}
