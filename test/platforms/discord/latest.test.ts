import { describe, expect, it } from 'vitest'
import { createLatest } from '../../../src/platforms/discord/latest.ts'

/** A change that ends when it is told to. */
const slow = (name: string, made: string[]) => {
  let end: (failed?: Error) => void = () => undefined
  const over = new Promise<void>((resolve, reject) => {
    end = (failed) => {
      if (failed) reject(failed)
      else resolve()
    }
  })
  return {
    end: (failed?: Error) => {
      end(failed)
    },
    change: async () => {
      made.push(name)
      await over
      return name
    },
  }
}

describe('Changes of one message', () => {
  it('leave one after the other; of those that wait, the newest stands for all', async () => {
    const made: string[] = []
    const latest = createLatest<string>()
    const first = slow('first', made)
    const all = [latest('card', first.change)]
    for (const name of ['second', 'third', 'fourth'])
      all.push(
        latest('card', async () => {
          made.push(name)
          return name
        }),
      )
    expect(made).toEqual(['first'])
    first.end()
    expect(await Promise.all(all)).toEqual(['first', 'fourth', 'fourth', 'fourth'])
    expect(made).toEqual(['first', 'fourth'])
    expect(await latest('card', async () => 'fifth')).toBe('fifth')
  })

  it('do not wait for those of another message, nor fail with the one before', async () => {
    const made: string[] = []
    const latest = createLatest<string>()
    const first = slow('first', made)
    const failing = latest('card', first.change)
    const waiting = latest('card', async () => 'second')
    expect(await latest('other', async () => 'other')).toBe('other')
    first.end(new Error('lost'))
    await expect(failing).rejects.toThrow('lost')
    expect(await waiting).toBe('second')
  })
})
