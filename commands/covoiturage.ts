import { forThemAlone } from '../src/views/here.ts'
import {
  acceptRide,
  askRide,
  leaveRide,
  offerForm,
  refuseRide,
  showRides,
  wishForm,
} from '../src/views/ride-presses.ts'
import { ridesPage } from '../src/views/rides.ts'

export const ridesShown = showRides.does(async ({ values: { action }, ...here }) =>
  ridesPage(here, await here.services.rides.of(action)),
)

export const rideOffered = offerForm.does(async ({ values: { action, places, depart }, ...here }) => ({
  ...ridesPage(here, await here.services.rides.offer(action, places, depart)),
  instead: true,
}))

export const rideWished = wishForm.does(async ({ values: { action, places, depart }, ...here }) => ({
  ...ridesPage(here, await here.services.rides.wish(action, places, depart)),
  instead: true,
}))

export const rideAsked = askRide.does(async ({ values: { offer }, ...here }) => {
  const { t, services } = here
  const { is, action } = await services.rides.ask(offer)
  return { ...ridesPage(here, await services.rides.of(action), t.rides.asking[is]), instead: true }
})

const answered = (accepts: boolean) =>
  (accepts ? acceptRide : refuseRide).does(async ({ values: { wish }, ...here }) => {
    const { t, services } = here
    const is = await services.rides.answer(wish, accepts)
    const said = is === 'full' ? t.rides.full : is === 'gone' ? t.rides.gone : t.rides.done
    return forThemAlone(here, { text: said, instead: true })
  })

export const rideAccepted = answered(true)
export const rideRefused = answered(false)

export const rideLeft = leaveRide.does(async ({ values: { action }, ...here }) => ({
  ...ridesPage(here, await here.services.rides.leave(action)),
  instead: true,
}))
