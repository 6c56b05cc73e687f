import { encodePng } from '../base/png.ts'

export interface Bar {
  /** Figures only, such as a month's number. */
  readonly label: string
  readonly value: number
}

const width = 720
const height = 360
const margin = 40
const scale = 3

/** Five dots a row, seven rows, the highest bit first. */
const glyphs: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
}

const palette = [
  [255, 255, 255],
  [33, 33, 33],
  [201, 70, 44],
  [222, 222, 222],
] as const
const [ink, colour, grey] = [1, 2, 3]

/** Bars with their values above them, as PNG in base64. Whoever cannot see it reads the same numbers in the message. */
export const barChart = (bars: readonly Bar[]): string => {
  const pixels = new Uint8Array(width * height)
  const fill = (left: number, top: number, wide: number, high: number, of: number): void => {
    for (let row = Math.max(0, top); row < Math.min(height, top + high); row += 1)
      pixels.fill(of, row * width + Math.max(0, left), row * width + Math.min(width, left + wide))
  }
  const write = (text: string, centre: number, top: number): void => {
    const step = 6 * scale
    let left = Math.round(centre - (text.length * step - scale) / 2)
    for (const each of text) {
      for (const [row, dots] of (glyphs[each] ?? []).entries())
        for (let dot = 0; dot < 5; dot += 1)
          if (dots & (16 >> dot)) fill(left + dot * scale, top + row * scale, scale, scale, ink)
      left += step
    }
  }
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const [bottom, room] = [height - margin, height - 2 * margin - 8 * scale]
  for (const part of [0.25, 0.5, 0.75, 1])
    fill(margin, Math.round(bottom - room * part), width - 2 * margin, 1, grey)
  fill(margin, bottom, width - 2 * margin, 2, ink)
  const each = (width - 2 * margin) / Math.max(1, bars.length)
  for (const [at, { label, value }] of bars.entries()) {
    const centre = margin + each * (at + 0.5)
    const high = Math.round((room * value) / most)
    const wide = Math.round(each * 0.6)
    fill(Math.round(centre - wide / 2), bottom - high, wide, high, colour)
    write(String(value), centre, bottom - high - 8 * scale)
    write(label, centre, bottom + 3 * scale)
  }
  return encodePng({ width, height, palette, pixels }).toString('base64')
}
