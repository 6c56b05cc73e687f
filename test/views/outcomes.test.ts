import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { barChart } from '../../src/views/chart.ts'

/** The pixels of a picture, read back: width, height and what is in them. */
const read = (base64: string) => {
  const file = Buffer.from(base64, 'base64')
  expect(file.subarray(1, 4).toString()).toBe('PNG')
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const at = file.indexOf('IDAT')
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)))
  expect(rows).toHaveLength((width + 1) * height)
  const column = (x: number): number[] =>
    Array.from({ length: height }, (_, y) => rows[y * (width + 1) + 1 + x] ?? 0)
  return { width, height, size: file.length, column }
}

const colour = 2

describe('A chart', () => {
  it('has bars as high as their values', () => {
    const { width, height, size, column } = read(
      barChart([
        { label: '10', value: 50 },
        { label: '11', value: 100 },
      ]),
    )
    expect([width, height]).toEqual([720, 360])
    expect(size).toBeLessThan(10_000)
    const high = (x: number): number => column(x).filter((of) => of === colour).length
    const [one, other] = [high(200), high(520)]
    expect(other).toBeGreaterThan(200)
    expect(Math.abs(other - 2 * one)).toBeLessThanOrEqual(4)
  })

  it('draws nothing, and many things, without failing', () => {
    expect(read(barChart([])).width).toBe(720)
    const many = Array.from({ length: 12 }, (_, at) => ({ label: String(at + 1), value: at * 1_000 }))
    expect(read(barChart(many)).width).toBe(720)
    expect(read(barChart([{ label: '1', value: 0 }])).column(360)).not.toContain(colour)
  })
})
