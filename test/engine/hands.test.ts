import { expect, it } from 'vitest'
import { newId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import { createHands } from '../../src/engine/hands.ts'
import type { Letter } from '../../src/engine/letter.ts'

const aLetter = (): Letter => ({
  id: newId.letter(),
  to: { platform: 'telegram', key: '1' },
  lane: 'announcement',
  body: { is: 'message', message: { text: rich`Samedi` } },
  written: 0 as Letter['written'],
  tries: 0,
})

it('What is in hand is not taken once more, nor what was let go while the question was under way', async () => {
  const hands = createHands()
  const [one, other] = [aLetter(), aLetter()]
  const asked = performance.now()
  expect(hands.grasp([one], asked)).toEqual({ free: [one], stale: [] })
  expect(hands.grasp([one, other], performance.now())).toEqual({ free: [other], stale: [] })
  const before = performance.now()
  hands.release(one)
  // It may have arrived: whoever asked before knows nothing of that.
  expect(hands.grasp([one, other], before)).toEqual({ free: [], stale: [one] })
  await new Promise((resolve) => setTimeout(resolve, 2))
  expect(hands.grasp([one], performance.now())).toEqual({ free: [one], stale: [] })
})
