import type { ActionId, PersonId } from '../base/ids.ts'
import { paragraphs } from '../base/rich.ts'
import type { Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { Notice } from '../domain/notices/model.ts'
import type { Book } from '../phrases/book.ts'
import { showReminders } from './presses.ts'
import { acceptRide, refuseRide, showRides } from './ride-presses.ts'

interface RideTelling {
  readonly t: Book
  readonly action: (id: ActionId) => Promise<ActionFound | undefined>
  readonly called: (person: PersonId) => Promise<string | undefined>
}

type Of<K extends Notice['is']> = Notice & { readonly is: K }

/** What is told about rides. */
export const rideNotices = {
  asked: async (
    { action: id, wish, person, seats, words }: Of<'ride-asked'>,
    { t, action, called }: RideTelling,
  ): Promise<Message | undefined> => {
    const found = await action(id)
    if (!found || found.action.state !== 'planned') return undefined
    const name = (await called(person)) ?? t.rides.somebody
    return {
      text: paragraphs(
        t.rides.notices.asked(name, seats, words, found.action.name),
        t.rides.notices.becauseOffer,
      ),
      rows: [
        [
          acceptRide.button(t.rides.buttons.accept, { wish }, 'success'),
          refuseRide.button(t.rides.buttons.refuse, { wish }),
        ],
        [showReminders.button(t.notices.buttons.settings, { action: id })],
      ],
    }
  },
  answered: async (
    { action: id, person, words, accepts }: Of<'ride-answered'>,
    { t, action, called }: RideTelling,
  ): Promise<Message | undefined> => {
    const found = await action(id)
    if (!found) return undefined
    const name = (await called(person)) ?? t.rides.somebody
    const { notices } = t.rides
    const said = accepts ? notices.agreed(name, words, found.action.name) : notices.refused(found.action.name)
    return {
      text: paragraphs(said, notices.becauseWish),
      rows: [
        [
          showRides.button(t.rides.open, { action: id }),
          showReminders.button(t.notices.buttons.settings, { action: id }),
        ],
      ],
    }
  },
  near: async ({ action: id }: Of<'ride-near'>, { t, action }: RideTelling): Promise<Message | undefined> => {
    const found = await action(id)
    if (!found || found.action.state !== 'planned') return undefined
    return {
      text: paragraphs(t.rides.notices.near(found.action.name), t.rides.notices.becauseLooking),
      rows: [
        [
          showRides.button(t.rides.open, { action: id }, 'primary'),
          showReminders.button(t.notices.buttons.settings, { action: id }),
        ],
      ],
    }
  },
  gone: async ({ action: id }: Of<'ride-gone'>, { t, action }: RideTelling): Promise<Message | undefined> => {
    const found = await action(id)
    if (!found || found.action.state !== 'planned') return undefined
    return {
      text: paragraphs(t.rides.notices.gone(found.action.name), t.rides.notices.becauseWish),
      rows: [
        [
          showRides.button(t.rides.open, { action: id }),
          showReminders.button(t.notices.buttons.settings, { action: id }),
        ],
      ],
    }
  },
}
