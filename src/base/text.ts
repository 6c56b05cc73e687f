/** Length in Unicode code points, the unit of the platforms' limits on text. */
export const length = (text: string): number => Array.from(text).length

/** At most `most` code points, the last one an ellipsis when something was cut. */
export const clip = (text: string, most: number): string => {
  const points = Array.from(text)
  return points.length <= most
    ? text
    : `${points
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** Without NUL and lone surrogates, which PostgreSQL refuses. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** Lower case, without accents or ligatures, everything but letters and digits made one space. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A name as commands and their options have theirs: lower case, without accents. */
export const plainName = (typed: string): string =>
  typed
    .split('_')
    .map((part) => folded(part))
    .join('_')
