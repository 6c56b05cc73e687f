import { z } from 'zod'
import { onEach, told } from '../answers/running.ts'
import type { Row, Scenario } from '../scenario.ts'
import { sized } from '../sized.ts'

const figures = z.object({
  answers: z.number(),
  scheduling: z.number(),
  took: z.number(),
  grown: z.number(),
  letters: z.number(),
  once: z.number(),
})

/** One round holds that many actions at a time in memory, whether there are few or many. */
const few = sized(500, 5)
const many = sized(5_000, 20)

export const reminders: Scenario = {
  name: 'reminders',
  work: 'the evening before a day with 5,000 actions and 100,000 answers: all are reminded at once, at 18:00',
  run: async (signal) => {
    const run = async (database: string, size: number) =>
      figures.parse(await told('reminding', [database, String(size)], signal))
    const small = await onEach((database) => run(database, few))
    const large = await onEach(async (database, size) => ({ size, of: await run(database, many) }))
    return large.flatMap(({ size, of }, at): readonly Row[] => [
      {
        what: `letters written, ${size}`,
        unit: 'a second',
        ours: of.letters / (of.took / 1_000),
        better: 'more',
      },
      { what: `an answer’s reminders noted, ${size}`, unit: 'ms', ours: of.scheduling, better: 'less' },
      {
        what: `memory grown, ${of.letters} letters, ${size}`,
        unit: 'MB',
        ours: of.grown,
        peer: { name: `${small[at]?.letters ?? 0} letters`, figure: small[at]?.grown ?? Number.NaN },
        better: 'less',
      },
      {
        what: `letters too many or too few, ${size}`,
        unit: '',
        ours: Math.abs(of.letters - of.answers) + (of.letters - of.once),
        better: 'less',
      },
    ])
  },
}
