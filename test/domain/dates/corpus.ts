import { choice } from './corpus-choice.ts'
import { once } from './corpus-once.ts'
import { series } from './corpus-series.ts'
import { unclear } from './corpus-unclear.ts'

/**
 * What somebody writes in Paris on Wednesday 25 November 2026 at 10:00, what it means on the wall there, and what remains of the sentence.
 * Readings to choose among are separated by bars; what is refused says why.
 */
export type Line = readonly [typed: string, meant: string, rest?: string]

export const corpus: readonly Line[] = [...once, ...choice, ...series, ...unclear]
