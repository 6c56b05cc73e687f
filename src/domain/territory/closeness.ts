/** One bit per letter that a key contains; digits share one, other scripts another. */
export const lettersOf = (key: string): number => {
  let letters = 0
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at)
    const bit = unit >= 97 && unit <= 122 ? unit - 97 : unit >= 48 && unit <= 57 ? 26 : 27
    letters |= 1 << bit
  }
  return letters
}

/** How many bits are set, counted in pairs, then in fours, then in bytes. */
const bits = (of: number): number => {
  const pairs = of - ((of >> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >> 2) & 0x33333333)
  return (((fours + (fours >> 4)) & 0x0f0f0f0f) * 0x01010101) >> 24
}

/** One edit brings at most one letter and takes at most one away: cheap proof that two keys are further apart. */
export const mayBeWithin = (one: number, other: number, most: number): boolean =>
  bits(one & ~other) <= most && bits(other & ~one) <= most

const longest = 128

/** Three rows of the table, made once: comparing is synchronous, and called thousands of times in a row. */
const rows = [new Uint8Array(longest), new Uint8Array(longest), new Uint8Array(longest)] as const

const cell = (row: Uint8Array, at: number): number => row[at] ?? 0

/**
 * How many letters to add, drop, change or swap with their neighbour to go from one key to the other (optimal string
 * alignment), or `most + 1` when there are more than `most`. Keys of 127 characters at most.
 */
export const editsBetween = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  if (one.length >= longest || other.length >= longest) return one === other ? 0 : most + 1
  let [before, previous, current] = rows
  for (let at = 0; at <= other.length; at++) previous[at] = at
  for (let row = 1; row <= one.length; row++) {
    // Further from the diagonal than `most`, no path is short enough.
    const from = Math.max(1, row - most)
    const to = Math.min(other.length, row + most)
    current[from - 1] = from === 1 ? row : most + 1
    let best = cell(current, from - 1)
    const letter = one.charCodeAt(row - 1)
    for (let at = from; at <= to; at++) {
      const beside = other.charCodeAt(at - 1)
      const above = at < row + most ? cell(previous, at) + 1 : most + 1
      let edits = Math.min(
        above,
        cell(current, at - 1) + 1,
        cell(previous, at - 1) + (letter === beside ? 0 : 1),
      )
      if (row > 1 && at > 1 && letter === other.charCodeAt(at - 2) && one.charCodeAt(row - 2) === beside)
        edits = Math.min(edits, cell(before, at - 2) + 1)
      current[at] = edits
      if (edits < best) best = edits
    }
    if (best > most) return most + 1
    ;[before, previous, current] = [previous, current, before]
  }
  return Math.min(cell(previous, other.length), most + 1)
}

/** How many edits are still a typo in a name of that length. */
export const tolerance = (length: number): number =>
  length <= 3 ? 0 : length <= 5 ? 1 : length <= 11 ? 2 : 3
