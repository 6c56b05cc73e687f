import { z } from 'zod'
import { onEach, told } from '../answers/running.ts'
import type { Row, Scenario } from '../scenario.ts'

const figures = z.object({ ours: z.number(), p99: z.number(), bare: z.number(), tooMany: z.number() })

export const seats: Scenario = {
  name: 'seats',
  work: '200 parallel answers for 50 seats: the rest wait in their turn, and never one too many',
  run: async (signal) => {
    const rows = await onEach(async (database, size): Promise<readonly Row[]> => {
      const { ours, p99, bare, tooMany } = figures.parse(await told('seating', [database], signal))
      return [
        {
          what: `all 200, ${size}`,
          unit: 'ms',
          ours,
          peer: { name: 'a counter, no list', figure: bare },
          better: 'less',
        },
        { what: `the slowest of 100, ${size}`, unit: 'ms', ours: p99, better: 'less' },
        { what: `seats or turns too many, ${size}`, unit: '', ours: tooMany, better: 'less' },
      ]
    })
    return rows.flat()
  },
}
