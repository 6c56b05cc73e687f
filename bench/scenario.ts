/** One figure of ours beside what it is to be compared with, all in the same unit. */
export interface Row {
  readonly what: string
  readonly unit: string
  readonly ours: number
  /** What somebody would otherwise write or use. */
  readonly peer?: Named
  /** What nobody can beat: the platform's limit, a bare call, an empty program. */
  readonly limit?: Named
  readonly better: 'less' | 'more'
}

export interface Named {
  readonly name: string
  readonly figure: number
}

export interface Scenario {
  readonly name: string
  /** What is done, in one line. */
  readonly work: string
  run(signal: AbortSignal): Promise<readonly Row[]>
}

/** How many times better than the other: over 1, we win. */
export const ratio = ({ ours, better }: Row, { figure }: Named): number =>
  ours === figure ? 1 : better === 'less' ? figure / ours : ours / figure
