import type { Actor } from '../../playground/actor.ts'
import { fr } from '../../src/phrases/fr.ts'
import { sees } from './seeing.ts'

/** The code that pairs two accounts, as its reader sees it. */
export const codeSeenBy = async (actor: Actor): Promise<string> => {
  const { text } = await sees(actor, /\/jumeler [A-Z2-9]{4}-[A-Z2-9]{4}/)
  return /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)?.[0] ?? ''
}

/** One person is on two platforms from then on. */
export const pairs = async (here: Actor, there: Actor): Promise<void> => {
  await here.asks('jumeler')
  await there.asks('jumeler', { code: await codeSeenBy(here) })
  await there.presses(fr.pairing.pair)
  await sees(there, fr.pairing.paired)
}
