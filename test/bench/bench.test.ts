import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { alternate, median, quantile } from '../../bench/measure.ts'
import { table } from '../../bench/table.ts'
import { compiled, root } from '../support/compiled.ts'
import { hasPostgres } from '../support/database.ts'
import { redisServer } from '../support/redis.ts'

const run = promisify(execFile)

/*
 * Two scenarios stand for all: they use the door, the crew and the office that most are made of. Each of the others starts programs of its own, or fills
 * a country first, which takes from half a minute to minutes even in small: more than the rest of the suite has.
 */
describe('the benchmarks', () => {
  it.skipIf(!hasPostgres || redisServer === undefined)(
    'run, with a handful of letters, and lose none',
    async () => {
      await compiled()
      const { stdout } = await run(
        process.execPath,
        ['dist/bench/main.js', 'broadcast', 'audience', '--json'],
        { cwd: root, env: { ...process.env, BENCH_SMALL: 'yes' } },
      )
      const { scenarios } = JSON.parse(stdout) as {
        readonly scenarios: readonly { readonly rows: readonly { what: string; ours: number | null }[] }[]
      }
      const rows = scenarios.flatMap((each) => each.rows)
      expect(rows.find(({ what }) => what === 'lost, 1 workers')?.ours).toBe(0)
      expect(rows.find(({ what }) => what === 'memory, 50 people')?.ours).toBeGreaterThan(0)
    },
    120_000,
  )

  it('take the median and the worst', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5)
    expect(median([])).toBeNaN()
  })

  it('let the contenders take turns, and do not count the warm-up', async () => {
    const order: string[] = []
    const contender = (name: string, figures: number[]) => async () => {
      order.push(name)
      return figures.shift() ?? 0
    }
    const { signal } = new AbortController()
    const figures = await alternate(
      { ours: contender('ours', [99, 1, 3, 2]), peer: contender('peer', [99, 5, 4, 6]) },
      { runs: 3, signal },
    )
    expect(figures).toEqual({ ours: 2, peer: 5 })
    expect(order.join(' ')).toBe('ours peer ours peer ours peer ours peer')
  })

  it('show figures beside what they are compared with, over 1× in our favour', () => {
    expect(
      table([
        {
          what: 'start',
          unit: 'ms',
          ours: 500,
          peer: { name: 'bare', figure: 1000 },
          limit: { name: 'node', figure: 50 },
          better: 'less',
        },
        { what: 'letters', unit: '/s', ours: 1234.5, better: 'more' },
      ]),
    ).toBe(
      [
        '               ours        peer  ratio    limit  ratio',
        'start (ms)      500  bare 1,000     2×  node 50   0.1×',
        'letters (/s)  1,230           –      –        –      –',
      ].join('\n'),
    )
  })
})
