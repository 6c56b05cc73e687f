import { command, optional, words } from '../src/chat/index.ts'
import { forThemAlone } from '../src/views/here.ts'
import { accountsPage, askPairPage, askPartPage } from '../src/views/pairing.ts'
import { askPart, leavePairing, pairAccounts, partAccounts, showAccounts } from '../src/views/presses.ts'

export const jumeler = command({
  name: 'jumeler',
  fields: { code: optional(words({ most: 20 })) },
  aside: true,
  run: ({ values: { code }, ...here }) => (code === undefined ? accountsPage(here) : askPairPage(here, code)),
})

export const accountsPressed = showAccounts.does((here) => accountsPage(here))

export const paired = pairAccounts.does(async ({ values: { code }, ...here }) => {
  await here.services.pairing.pair(code)
  return forThemAlone(here, { text: here.t.pairing.paired, instead: true })
})

export const leftAlone = leavePairing.does((here) =>
  forThemAlone(here, { text: here.t.pairing.notPaired, instead: true }),
)

export const partAsked = askPart.does((here) => askPartPage(here))

export const parted = partAccounts.does(async (here) => {
  const was = await here.services.pairing.part()
  return forThemAlone(here, { text: here.t.pairing[was], instead: true })
})
