import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { newId } from '../../src/base/ids.ts'
import type { Log } from '../../src/base/log.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { idle, onEachSize, silent, workWith } from './sizes.ts'

const patient = { timeout: 15_000, interval: 20 }

const number = (job: object): number => ('n' in job && typeof job.n === 'number' ? job.n : -1)

onEachSize('the queue', (base) => {
  const open = (log: Log = silent) => createQueue({ where: base().where, log })

  it('gives each job to one worker, once, with its ids', async () => {
    await using queue = await open()
    await using another = await open()
    const seen: string[] = []
    const conduct = async (job: { broadcast: string }): Promise<void> => void seen.push(job.broadcast)
    const stops = [workWith(queue, { broadcast: conduct }), workWith(another, { broadcast: conduct })]
    const letters = Array.from({ length: 50 }, () => newId.broadcast())
    // A handful at a time: an embedded database takes one after the other, and on a busy machine fifty last longer than `add` waits.
    for (let at = 0; at < letters.length; at += 5)
      await Promise.all(letters.slice(at, at + 5).map((broadcast) => queue.add('broadcast', { broadcast })))
    await expect.poll(() => seen.length, patient).toBe(50)
    await setTimeout(100)
    expect(seen.toSorted()).toEqual(letters.toSorted())
    await Promise.all(stops.map((stop) => stop()))
  })

  it('gives pumps to whoever writes on their platform, and to nobody else', async () => {
    await using queue = await open()
    await using another = await open()
    const seen: string[] = []
    const by = (who: string) => ({
      pump: async ({ platform }: { platform: string }) => void seen.push(`${who}: ${platform}`),
    })
    const stops = [workWith(queue, by('one'), ['telegram']), workWith(another, by('other'), ['discord'])]
    for (let nth = 0; nth < 10; nth += 1)
      for (const platform of ['telegram', 'discord']) await queue.add('pump', { platform })
    await expect.poll(() => seen.length, patient).toBe(20)
    expect(new Set(seen)).toEqual(new Set(['one: telegram', 'other: discord']))
    await Promise.all(stops.map((stop) => stop()))
  })

  it('does what is pressing first, and the rest in its order', async () => {
    await using queue = await open()
    const priorities = [3, 1, 2, 0, 3, 1]
    for (const [n, priority] of priorities.entries()) await queue.add('sweep', { n }, { priority })
    const seen: number[] = []
    const stop = workWith(queue, { sweep: async (job) => void seen.push(number(job)) })
    await expect.poll(() => seen.length, patient).toBe(priorities.length)
    expect(seen).toEqual([3, 1, 5, 2, 0, 4])
    await stop()
  })

  it('does nothing before its time, and soon after', async () => {
    await using queue = await open()
    const seen: { readonly n: number; readonly at: number }[] = []
    const stop = workWith(queue, {
      sweep: async (job) => void seen.push({ n: number(job), at: performance.now() }),
    })
    const begun = performance.now()
    await queue.add('sweep', { n: 1 }, { inMs: 800.4 })
    await queue.add('sweep', { n: 2 })
    await expect.poll(() => seen.length, patient).toBe(2)
    expect(seen.map(({ n }) => n)).toEqual([2, 1])
    expect((seen[1]?.at ?? 0) - begun).toBeGreaterThanOrEqual(799)
    await stop()
  })

  it('adds nothing while a job of that id waits, and adds it again once that one is under way', async () => {
    await using queue = await open()
    await Promise.all([1, 2, 3].map((n) => queue.add('sweep', { n }, { id: 'sweep' })))
    await queue.add('sweep', { n: 4 }, { id: 'another', inMs: 50 })
    let done = 0
    const stop = workWith(queue, {
      sweep: async () => {
        done += 1
        if (done === 1) await queue.add('sweep', { n: 5 }, { id: 'sweep' })
      },
    })
    await expect.poll(() => done, patient).toBe(3)
    await setTimeout(200)
    expect(done).toBe(3)
    await stop()
  })

  it('says which job failed, does not repeat it, and goes on', async () => {
    const said: object[] = []
    await using queue = await open({ ...silent, error: (facts) => void said.push(facts) })
    const seen: number[] = []
    const stop = workWith(queue, {
      sweep: async (job) => {
        seen.push(number(job))
        if (number(job) === 1) throw new Error('on purpose')
      },
    })
    await queue.add('sweep', { n: 1 })
    await queue.add('sweep', { n: 2 })
    await expect.poll(() => seen.length, patient).toBe(2)
    await stop()
    expect(said).toMatchObject([{ job: 'sweep', err: { message: 'on purpose' } }])
  })

  it('when told to stop, ends what is under way, and leaves the rest to whoever works next', async () => {
    await using queue = await open()
    const seen: string[] = []
    const stop = workWith(queue, {
      sweep: async (job, signal) => {
        seen.push(`begun ${number(job)}`)
        await setTimeout(300)
        seen.push(`ended ${number(job)}, ${signal.aborted ? 'told' : 'untold'}`)
      },
    })
    await queue.add('sweep', { n: 1 })
    await queue.add('sweep', { n: 2 })
    await expect.poll(() => seen.length, patient).toBe(1)
    await stop()
    expect(seen).toEqual(['begun 1', 'ended 1, told'])
    const stopAgain = workWith(queue, { sweep: async (job) => void seen.push(`then ${number(job)}`) })
    await expect.poll(() => seen.at(-1), patient).toBe('then 2')
    await stopAgain()
  })

  it('does nothing when it is told to stop before it began', async () => {
    await using queue = await open()
    await queue.work(idle, [], AbortSignal.abort())
    await queue.ready()
  })
})
