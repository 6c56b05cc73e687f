import { ratio, type Named, type Row } from './scenario.ts'

const rounded = (figure: number): string =>
  figure.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: true })

const beside = (row: Row, other: Named | undefined): readonly [string, string] =>
  other ? [`${other.name} ${rounded(other.figure)}`, `${rounded(ratio(row, other))}×`] : ['–', '–']

const cells = (row: Row): readonly string[] => [
  `${row.what} (${row.unit})`,
  rounded(row.ours),
  ...beside(row, row.peer),
  ...beside(row, row.limit),
]

const head = ['', 'ours', 'peer', 'ratio', 'limit', 'ratio']

/** Rows under each other, for a terminal; a ratio over 1× is in our favour. */
export const table = (rows: readonly Row[]): string => {
  const all = [head, ...rows.map(cells)]
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  return all
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
