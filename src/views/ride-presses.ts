import type { ActionId, RideId } from '../base/ids.ts'
import { form, id, press, words, type Field } from '../chat/index.ts'
import { longestWords, mostSeats } from '../domain/rides/model.ts'

const action = id<ActionId>()

const seats: Field<number> & { readonly required: true } = {
  required: true,
  read: (text) => {
    const count = /^\d$/.test(text.trim()) ? Number(text) : 0
    return count >= 1 && count <= mostSeats ? count : undefined
  },
  write: String,
}

export const showRides = press('rides', { action })
export const askRide = press('ride-ask', { offer: id<RideId>() })
export const acceptRide = press('ride-yes', { wish: id<RideId>() })
export const refuseRide = press('ride-no', { wish: id<RideId>() })
export const leaveRide = press('ride-off', { action })

const asked = { places: seats, depart: words({ most: longestWords }) }

export const offerForm = form('ride-offer', {
  carried: { action },
  asked,
  words: (t) => ({
    title: t.rides.form.offer,
    questions: { places: t.rides.form.seats, depart: t.rides.form.words },
  }),
})

export const wishForm = form('ride-wish', {
  carried: { action },
  asked,
  words: (t) => ({
    title: t.rides.form.wish,
    questions: { places: t.rides.form.seats, depart: t.rides.form.words },
  }),
})
