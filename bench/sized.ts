/** What is measured, or a handful of it: then the figures say nothing, only that the benchmark runs. */
export const sized = (full: number, few: number): number =>
  process.env['BENCH_SMALL'] === undefined ? full : few
