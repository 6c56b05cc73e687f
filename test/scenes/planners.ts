import type { Actor } from '../../playground/actor.ts'
import { fr } from '../../src/phrases/fr.ts'
import { sees } from './seeing.ts'
import type { Theatre } from './theatre.ts'

/** Somebody who animates a group. */
export const team = async ({ town, somebody, appoints }: Theatre) => {
  const there = town()
  const group = await there.group({ name: `Groupe de ${there.commune.name}` })
  const amel = somebody('Amel')
  await appoints(amel, 'animator', group)
  return { there, group, amel }
}

/** Plans it in private, and confirms. */
export const plans = async (actor: Actor, line: string): Promise<void> => {
  await actor.asks('nouvelle', { action: line })
  await sees(actor, fr.planning.check)
  await actor.presses(fr.planning.buttons.save)
  await sees(actor, 'C’est enregistré')
}

/** The next one of that group. */
export const actionOf = async ({ store, clock }: Theatre, group: Parameters<Theatre['appoints']>[2]) => {
  const nobody = '00000000-0000-4000-8000-000000000000' as never
  const [found] = await store.plans.managed(group ? [group] : [], nobody, clock.now(), { skip: 0, take: 1 })
  if (!found) throw new Error('nothing was planned')
  return found.action
}
