import { expect, it } from 'vitest'
import { day, later, type Instant } from '../../src/base/clock.ts'
import { newId, type PersonId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import type { Announcement, Stage } from '../../src/domain/announcements/model.ts'
import type { Store } from '../../src/engine/ports.ts'
import { noon, onEachSize, somebody } from './sizes.ts'

const text = rich`Bonjour`

interface Kept {
  readonly author: PersonId
  readonly made?: Instant
  readonly due?: Instant
}

const inEach = async (
  store: Store,
  { author, made = noon, due }: Kept,
  stages: readonly Stage[],
): Promise<readonly Announcement[]> => {
  const all: Announcement[] = []
  for (const stage of stages) {
    const picture = {
      id: await store.pictures.put({ png: Buffer.from(stage).toString('base64') }, made),
      alt: stage,
    }
    all.push({
      id: newId.announcement(),
      author,
      text,
      stage,
      made,
      picture,
      ...(due !== undefined && { due }),
    })
  }
  for (const one of all) await store.announcements.put(one)
  return all
}

const stagesLeft = async (store: Store, all: readonly Announcement[]): Promise<readonly Stage[]> => {
  const found = await Promise.all(all.map(({ id }) => store.announcements.byId(id)))
  return found.flatMap((one) => (one ? [one.stage] : []))
}

onEachSize('what was never announced', (world) => {
  it('goes when its author does, and its pictures with it; what left stays', async () => {
    const { store } = world()
    const author = await somebody(store, '42')
    const theirs = await inEach(store, { author }, [
      'draft',
      'asking',
      'holding',
      'sent',
      'cancelled',
      'withdrawn',
    ])
    const other = await somebody(store, '43')
    const others = await inEach(store, { author: other }, ['draft', 'holding'])
    await store.people.erase(author)
    expect(await stagesLeft(store, theirs)).toEqual(['sent', 'withdrawn'])
    expect(await stagesLeft(store, others)).toEqual(['draft', 'holding'])
    const tomorrow = later(noon, 2 * day)
    // One is withdrawn: nobody sees its picture any more either.
    expect(await store.pictures.forget(tomorrow, noon)).toBe(5)
  })

  it('is forgotten when nobody touched it for long', async () => {
    const { store } = world()
    const author = await somebody(store, '42')
    const old = await inEach(store, { author, made: later(noon, -40 * day) }, [
      'draft',
      'asking',
      'cancelled',
      'holding',
      'sent',
    ])
    const planned = await inEach(store, { author, made: later(noon, -40 * day), due: later(noon, day) }, [
      'draft',
      'asking',
    ])
    const fresh = await inEach(store, { author }, ['draft'])
    expect(await store.announcements.forget(later(noon, -30 * day))).toBe(3)
    expect(await stagesLeft(store, old)).toEqual(['holding', 'sent'])
    expect(await stagesLeft(store, planned)).toEqual(['draft', 'asking'])
    expect(await stagesLeft(store, fresh)).toEqual(['draft'])
  })
})
