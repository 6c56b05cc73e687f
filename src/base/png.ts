import { crc32, deflateSync } from 'node:zlib'

/** A drawing: one index of the palette for each pixel, row by row. */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** Red, green and blue, 0 to 255; at most 256 of them. */
  readonly palette: readonly (readonly [number, number, number])[]
  readonly pixels: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const number = (of: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(of)
  return bytes
}

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  return Buffer.concat([number(content.length), body, number(crc32(body))])
}

/** The file of a drawing: 8 bits a pixel, each row as it is. */
export const encodePng = ({ width, height, palette, pixels }: Drawing): Buffer => {
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  const header = Buffer.concat([number(width), number(height), Buffer.from([8, 3, 0, 0, 0])])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
