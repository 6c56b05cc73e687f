import { expect } from 'vitest'
import { day, later } from '../../src/base/clock.ts'
import { makeMovement } from '../../playground/movement/index.ts'
import { fr } from '../../src/phrases/fr.ts'
import { wednesday } from '../world/makings.ts'
import { hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const movement = makeMovement({ start: wednesday, groups: 3, events: 8 })
const [event] = movement.events.filter(
  ({ visibility, start, groups }) => visibility === 'P' && start > later(wednesday, day) && groups[0],
)

onEveryPlatform(
  'A public calendar of Action Populaire',
  (theatre) => {
    it('is followed by its address: what it announces is on the group’s programme, until the group leaves it', async () => {
      const { somebody, appoints, town, store, passes, source } = theatre()
      const group = await town().group({ name: 'Les Voisines' })
      const olga = somebody('Olga')
      const person = await appoints(olga, 'animator', group)
      await store.groups.join(person, group, wednesday)
      await olga.asks('flux', { adresse: `${source?.url}/groupes/${event?.groups[0]}/?code=123456-abcdef` })
      const page = await sees(olga, fr.follows.added('added'))
      expect(page.text).not.toContain('code=')
      await passes(1_000)
      await expect
        .poll(async () => (await store.follows.of(group))[0], { timeout: 20_000, interval: 50 })
        .toMatchObject({ state: 'read', skipped: 0 })
      const count = (await store.follows.of(group))[0]?.coming ?? 0
      await olga.asks('flux')
      await sees(olga, new RegExp(`^${count} actions? à venir, lu`, 'm'))
      const coming = async () =>
        (
          await store.actions.search({
            programmeOf: group,
            from: wednesday,
            page: { skip: 0, take: 20 },
          })
        ).map(({ action }) => action.name)
      await expect.poll(coming, { timeout: 20_000, interval: 50 }).toContain(event?.name)
      // Whoever joined the group finds it among what their groups do.
      await olga.asks('actions')
      await sees(olga, event?.name ?? '')
      await olga.asks('flux')
      await olga.presses(fr.follows.buttons.leave(1))
      await sees(olga, fr.follows.left)
      expect(await store.follows.of(group)).toEqual([])
      expect(await coming()).toEqual([])
    })

    it('is of that site alone, and chosen by whoever animates the group', async () => {
      const { somebody, appoints, town, source } = theatre()
      const group = await town().group({ name: 'Les Prudentes' })
      const [olga, camille] = [somebody('Olga'), somebody('Camille')]
      await appoints(olga, 'animator', group)
      const site = new URL(source?.url ?? '').host
      await olga.asks('flux')
      await olga.presses(fr.follows.buttons.add)
      await olga.fills({ Adresse: 'https://evil.example.test/groupes/1/icalendar.ics' })
      await hears(olga, fr.refusals['calendar-elsewhere']({ site }))
      await olga.asks('flux', { adresse: `${source?.url}/connexion/` })
      await hears(olga, fr.refusals['calendar-no-calendar']({ site }))
      await camille.asks('flux')
      await sees(camille, fr.follows.forAnimators)
      await olga.asks('lier')
      await olga.presses('Les Prudentes')
      expect(labels(await sees(olga, fr.links.ofPlace('Les Prudentes')))).toContain(fr.follows.settings)
    })
  },
  { movement },
)
