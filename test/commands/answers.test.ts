import { describe, expect, it } from 'vitest'
import { instant } from '../../src/base/clock.ts'
import { shorten } from '../../src/base/ids.ts'
import { plain } from '../../src/base/rich.ts'
import { fr } from '../../src/phrases/fr.ts'
import { length } from '../../src/base/text.ts'
import { attend } from '../../src/views/presses.ts'
import { aGroup, anAction, hostile } from '../world/makings.ts'
import type { PlatformName } from '../world/abilities.ts'
import { createWorld, wordsOf } from '../world/world.ts'

const group = aGroup()
const action = anAction({ organisers: [{ id: group.id, name: group.name }] })
const link = `/start a${shorten(action.id)}`
const world = () => createWorld({ groups: [group], actions: [action] })
const route = (answer: 'yes' | 'maybe' | 'no', of = action): string =>
  attend.button('x', { action: of.id, answer }).route

describe.each(['telegram', 'discord'] as const)('In private on %s', (on: PlatformName) => {
  it('somebody says that they come, changes their mind, and sees it on the card', async () => {
    const { actor, touched } = await world()
    const camille = actor('Camille', { on })
    await camille.says(link)
    expect(camille.seen()).toContain('Pas encore de réponse.')
    const answers = await camille.presses('Je participe')
    const card = answers.find(({ instead }) => instead)
    expect(card).toMatchObject({ shows: action.id })
    expect(card && plain(card.text)).toContain('1 participe')
    expect(card && plain(card.text)).toContain('Votre réponse\u00A0: vous participez.')
    expect(camille.buttons()).toContain('✓ Je participe')
    await camille.presses('Peut-être')
    expect(camille.seen()).toContain('1 peut-être')
    await camille.presses('Je ne peux pas')
    expect(camille.seen()).toContain('vous ne pouvez pas venir')
    expect(touched).toEqual([action.id, action.id, action.id])
  })

  it('the first yes keeps the name that organisers will see, and says so once', async () => {
    const { actor, people } = await world()
    const camille = actor('Camille', { on })
    await camille.says(link)
    await camille.presses('Je participe')
    expect(camille.seen()).toContain('Les organisateur·ices vous verront sous le nom «\u00A0Camille\u00A0».')
    expect(await people.byAccount({ platform: on, key: 'Camille' })).toMatchObject({ name: 'Camille' })
    await camille.presses('Peut-être')
    expect(camille.seen()).not.toContain('sous le nom')
  })

  it('whoever answers today for tonight hears which reminder is too late', async () => {
    const tonight = anAction({ start: instant('2026-11-25T17:00:00Z') })
    const { actor } = await createWorld({ actions: [tonight] })
    const camille = actor('Camille', { on })
    await camille.says(`/start a${shorten(tonight.id)}`)
    await camille.presses('Je participe')
    await camille.presses('Mes rappels')
    expect(camille.seen()).toMatch(/Je vous la rappelle 2.h avant\./)
    expect(camille.seen()).toMatch(/il est trop tard pour un rappel la veille à 18.h\./)
  })

  it('a no keeps no name', async () => {
    const { actor, people } = await world()
    const camille = actor('Camille', { on })
    await camille.says(link)
    await camille.presses('Je ne peux pas')
    expect(await people.byAccount({ platform: on, key: 'Camille' })).not.toHaveProperty('name')
  })

  it('a second tap changes nothing and says so', async () => {
    const { actor, touched } = await world()
    const camille = actor('Camille', { on })
    await camille.sends(route('yes'))
    const [said, ...more] = await camille.sends(route('yes'))
    expect(said && plain(said.text)).toBe('C’est déjà noté\u00A0: vous participez.')
    expect(said?.aside).toBe(true)
    expect(more).toEqual([])
    expect(touched).toHaveLength(1)
  })
})

describe.each(['telegram', 'discord'] as const)('From a card in a chat of many on %s', (on: PlatformName) => {
  const card = async () => {
    const made = await world()
    const camille = made.actor('Camille', { on, in: 'group' })
    await camille.says('/actions 93100')
    await camille.presses('1. Tractage')
    return { ...made, camille }
  }

  it('anybody answers in one tap; the card counts and tells nobody who', async () => {
    const { camille, actor } = await card()
    const [said, counted] = await camille.presses('Je participe')
    expect(said).toMatchObject({ aside: true })
    // What is kept, and why, is said in the same toast.
    const both = `${wordsOf(said ? [said] : [])}\n\n${plain(fr.privacy.brief)}`
    expect(length(both)).toBeLessThanOrEqual(200)
    expect(counted).toMatchObject({ instead: true, shows: action.id })
    expect(counted?.aside).toBeUndefined()
    expect(counted && plain(counted.text)).toContain('1 participe')
    expect(JSON.stringify(counted)).not.toContain('Camille')
    expect(JSON.stringify(counted)).not.toContain('Votre réponse\u00A0:')
    expect(JSON.stringify(counted)).not.toContain('✓')
    const dominique = actor('Dominique', { on, in: 'group' })
    await dominique.sends(route('maybe'))
    expect(dominique.seen()).toContain('1 participe · 1 peut-être')
  })

  it('opens in private', async () => {
    const { camille } = await card()
    await camille.presses('Je participe')
    expect(camille.buttons()).toContain('Ouvrir en privé')
  })
})

describe('A card that only one person sees in a chat of many', () => {
  it('shows their answer, and becomes a card for everybody when they want it', async () => {
    const { actor } = await world()
    const camille = actor('Camille', { on: 'discord', in: 'group' })
    await camille.says(link)
    const answered = await camille.presses('Je participe')
    for (const message of answered) expect(message.aside).toBe(true)
    expect(camille.buttons()).toContain('✓ Je participe')
    const [said, card] = await camille.presses('Montrer à tout le monde')
    expect(said?.aside).toBe(true)
    expect(card?.aside).toBeUndefined()
    expect(card && plain(card.text)).not.toContain('Votre réponse\u00A0:')
  })
})

describe('An action that comes from Action Populaire', () => {
  it('says that the answer stays here, and links to the official page', async () => {
    const camille = (await world()).actor('Camille')
    const [card] = await camille.says(link)
    expect(camille.seen()).toContain('Votre réponse reste ici\u00A0: Action Populaire ne la reçoit pas.')
    expect(card?.rows?.flat()).toContainEqual({ label: 'Page sur Action Populaire', url: action.url })
  })

  it('does not say so of one that was born here', async () => {
    const { url: _, ...ours } = action
    const camille = (await createWorld({ actions: [ours] })).actor('Camille')
    await camille.says(link)
    expect(camille.seen()).not.toContain('reste ici')
  })
})

describe('Too late', () => {
  const over = anAction({ name: 'Collage d’hier', start: instant('2026-11-24T18:00:00Z') })
  const cancelled = anAction({ name: 'Tractage sous la pluie', state: 'cancelled' })
  const withdrawn = anAction({ name: 'Tractage caché', state: 'withdrawn' })

  it.each([
    [over, 'est déjà terminée', 'Cette action est terminée.'],
    [cancelled, 'est annulée ou retirée', 'Cette action a été annulée'],
    [withdrawn, 'est annulée ou retirée', 'n’est plus visible sur Action Populaire'],
  ] as const)(
    'an old button says why, and the card has no more of them ($0.name)',
    async (late, refusal, words) => {
      const { actor, people } = await createWorld({ actions: [late] })
      const camille = actor('Camille')
      await camille.sends(route('yes', late))
      expect(camille.seen()).toContain(refusal)
      expect(await people.byAccount({ platform: 'telegram', key: 'Camille' })).toBeUndefined()
      await camille.says(`/start a${shorten(late.id)}`)
      expect(camille.seen()).toContain(words)
      expect(camille.buttons()).toEqual(['Page sur Action Populaire', 'Voir les actions'])
    },
  )

  it('an action that nobody knows any more is said to be so', async () => {
    const camille = (await createWorld()).actor('Camille')
    await camille.sends(route('yes'))
    expect(camille.seen()).toContain('Je ne trouve plus cette action.')
  })
})

describe('Somebody with a hostile name', () => {
  it.each([hostile, '\u202Eabc', 'x'.repeat(300), '👩🏽‍🚀'.repeat(40), 'A\nB'])(
    'answers like anybody else (%#)',
    async (name) => {
      const { actor, people } = await world()
      const camille = actor(name)
      await camille.says(link)
      await camille.presses('Je participe')
      expect(camille.seen()).toContain('Les organisateur·ices vous verront sous le nom')
      const { name: kept = '' } = (await people.byAccount({ platform: 'telegram', key: name })) ?? {}
      expect(length(kept)).toBeLessThanOrEqual(60)
      expect(kept).not.toMatch(/[\u202E\n]/)
      await camille.says('/reglages')
      await camille.says('/mesdonnees')
      expect(camille.seen()).toContain(kept)
    },
  )

  it('may be shown as nothing at all', async () => {
    const { actor } = await world()
    const camille = actor(' ')
    await camille.sends(route('yes'))
    expect(camille.seen()).toContain('1 participe')
    expect(camille.seen()).not.toContain('sous le nom')
  })
})
