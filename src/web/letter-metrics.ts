import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { second } from '../base/clock.ts'
import type { Lane } from '../engine/letter.ts'
import type { Meters } from '../engine/meters.ts'

interface Needs {
  readonly register: Registry
  /** Messages a second that each platform grants. */
  readonly rates: ReadonlyMap<string, number>
  /** Milliseconds since the oldest letter that waits was due, by lane; asked when the figures are read. */
  readonly waiting: () => Promise<ReadonlyMap<Lane, number>>
}

/** The figures of letters, in the words of Prometheus. The share of a rate that is used is that of `slots` to `granted`. */
export const createLetterMetrics = ({ register, rates, waiting }: Needs): Meters => {
  const registers = [register]
  const carried = new Counter({
    name: 'porte_voix_letters_total',
    help: 'Times that a letter was carried, by what became of it',
    labelNames: ['platform', 'lane', 'outcome'],
    registers,
  })
  const took = new Histogram({
    name: 'porte_voix_letter_seconds',
    help: 'From when a letter was written, or due, to its arrival',
    labelNames: ['platform', 'lane'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1_800],
    registers,
  })
  const slots = new Counter({
    name: 'porte_voix_slots_total',
    help: 'Messages sent that count among those the platform grants',
    labelNames: ['platform'],
    registers,
  })
  const granted = new Gauge({
    name: 'porte_voix_granted_per_second',
    help: 'Messages a second that the platform grants',
    labelNames: ['platform'],
    registers,
  })
  for (const [platform, rate] of rates) granted.set({ platform }, rate)
  const oldest = new Gauge({
    name: 'porte_voix_oldest_waiting_seconds',
    help: 'How long ago the oldest waiting letter was due',
    labelNames: ['lane'],
    registers,
    collect: async (): Promise<void> => {
      const ages = await waiting()
      oldest.reset()
      for (const [lane, ms] of ages) oldest.set({ lane }, ms / second)
    },
  })
  return {
    carried: ({ platform, lane, outcome }, seconds) => {
      carried.inc({ platform, lane, outcome })
      if (outcome === 'delivered') took.observe({ platform, lane }, seconds)
    },
    spent: (platform) => slots.inc({ platform }),
  }
}
