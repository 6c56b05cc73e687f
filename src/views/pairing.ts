import { paragraphs } from '../base/rich.ts'
import type { Message } from '../chat/index.ts'
import { forThemAlone, rows, type Here } from './here.ts'
import { askPart, leavePairing, pairAccounts, partAccounts } from './presses.ts'

/** The platforms where whoever asks is known; alone on one, a code for the other. */
export const accountsPage = async (here: Here): Promise<Message> => {
  const { t, services } = here
  const platforms = await services.pairing.platforms()
  if (platforms.length > 1)
    return forThemAlone(here, {
      text: paragraphs(t.pairing.heading, t.pairing.together(platforms)),
      ...rows([askPart.button(t.pairing.part, {})]),
    })
  const code = await services.pairing.offer()
  return forThemAlone(here, {
    text: paragraphs(t.pairing.heading, t.pairing.why, t.pairing.offered(code), t.pairing.secret),
    ...rows(
      services.pairing.ways(code).map(({ platform, url }) => ({ label: t.pairing.goOn(platform), url })),
    ),
  })
}

/** Whose accounts become one, before they do. */
export const askPairPage = async (here: Here, code: string): Promise<Message> => {
  const { t, services } = here
  const { name, platforms } = await services.pairing.offered(code)
  return forThemAlone(here, {
    text: paragraphs(t.pairing.ask(name, platforms), t.pairing.careful),
    ...rows([
      pairAccounts.button(t.pairing.pair, { code }, 'primary'),
      leavePairing.button(t.pairing.dont, {}),
    ]),
  })
}

export const askPartPage = (here: Here): Message => {
  const { t } = here
  return forThemAlone(here, {
    text: t.pairing.askPart,
    ...rows([
      partAccounts.button(t.pairing.partNow, {}, 'danger'),
      leavePairing.button(t.pairing.keepTogether, {}),
    ]),
  })
}
