import type { Actor, Chat } from '../../playground/actor.ts'
import type { GroupId, PersonId } from '../../src/base/ids.ts'
import type { ImportedGroup } from '../../src/domain/groups/model.ts'
import { usual, type Settings } from '../../src/domain/links/model.ts'
import { usual as wishes } from '../../src/domain/reminders/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, sees } from './seeing.ts'
import type { Theatre } from './theatre.ts'

const anyHour = { ...usual, from: 0, to: 0 }

/** People who announce, and the chats that hear them. */
export const createAnnouncers = (theatre: () => Theatre) => {
  /** Somebody links a chat, as one does, and takes messages at any hour. */
  const links = async (actor: Actor, chat: Chat, name: string, group: GroupId) => {
    const { store } = theatre()
    await actor.in(chat).asks('lier')
    await actor.in(chat).presses(name)
    await hears(actor.in(chat), fr.links.card(name))
    for (const link of await store.links.of(group)) await store.links.set(link.id, anyHour)
  }

  /** Hears of it at any hour, too. */
  const wakes = (person: PersonId): Promise<void> =>
    theatre().store.reminders.keepWishes(person, { ...wishes, quiet: { from: 0, to: 0 } })

  /** Writes an announcement, up to its preview. */
  const writes = async (actor: Actor, words: string) => {
    await actor.asks('annonce')
    await actor.presses(fr.announcements.write)
    await actor.fills({ [fr.announcements.form.label]: words })
    await sees(actor, /moins d’une minute|Aucune discussion/)
  }

  const aGroup = async (
    { town, appoints, somebody, stage }: Theatre,
    name: string,
    of: Partial<ImportedGroup> = {},
  ) => {
    const there = town()
    const id = await there.group({ name, ...of })
    const amel = somebody('Amel')
    await appoints(amel, 'animator', id)
    const member = somebody('Membre')
    const chat = stage.group(`Discussion de ${name}`, [amel, member], { animators: [amel] })
    await amel.asks('aide')
    await links(amel, chat, name, id)
    return { there, id, amel, member: member.in(chat), chat }
  }

  /** A loop with two animators, and two groups of its department, each with a chat. */
  const aLoop = async (names: readonly [string, string], of: readonly Partial<ImportedGroup>[] = []) => {
    const { town, appoints, somebody, stage } = theatre()
    const there = town()
    const loop = await there.group({ name: 'Boucle du coin', kind: 'loop' })
    const [lou, max] = [somebody('Lou'), somebody('Max')]
    await appoints(lou, 'loop-animator', loop)
    await appoints(max, 'loop-animator', loop)
    await max.asks('aide')
    const groups = await Promise.all(
      names.map(async (name, at) => {
        const id = await there.group({ name, ...of[at] })
        const animator = somebody(`Anim ${name}`)
        await wakes(await appoints(animator, 'animator', id))
        const chat = stage.group(`Discussion ${name}`, [animator], { animators: [animator] })
        await animator.asks('aide')
        await links(animator, chat, name, id)
        return { id, animator, chat }
      }),
    )
    const [one, other] = groups
    if (!one || !other) throw new Error('there are two')
    return { there, loop, lou, max, one, other }
  }

  /** The chats of that group hear it that way. */
  const sets = async (group: GroupId, how: Partial<Settings>) => {
    const { store } = theatre()
    for (const link of await store.links.of(group))
      await store.links.set(link.id, { ...link.settings, ...how })
  }

  return { links, writes, aGroup, aLoop, sets }
}
