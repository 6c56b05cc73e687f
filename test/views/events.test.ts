import { expect, it } from 'vitest'
import { fr } from '../../src/phrases/fr.ts'
import { heldEvent } from '../../src/views/events.ts'
import { anAction } from '../world/makings.ts'

it.each([
  [{}, false],
  [{ audience: 'group' }, false],
  [{ audience: 'team' }, true],
  [{ state: 'cancelled' }, true],
] as const)(
  'an action that is %o stands among the events of a server unless it is off or for few',
  (of, off) => {
    expect(heldEvent(fr, anAction(of)).cancelled).toBe(off)
  },
)
