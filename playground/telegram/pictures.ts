import { isUpload, type Params, type Upload } from './parameters.ts'
import { bad } from './refusal.ts'
import type { PhotoSize } from './types.ts'
import type { StoredFile, World } from './world.ts'

const mostPhoto = 10_485_760

interface Size {
  readonly width: number
  readonly height: number
}

const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8

const measure = (bytes: Uint8Array): Size => {
  if (isPng(bytes) && bytes.length > 24) {
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (isJpeg(bytes)) return { width: 800, height: 600 }
  throw bad('IMAGE_PROCESS_FAILED')
}

const describe = (file: StoredFile, { width, height }: Size): readonly PhotoSize[] => [
  {
    file_id: file.id,
    file_unique_id: `u${file.id}`,
    width,
    height,
    ...(file.bytes && { file_size: file.bytes.length }),
  },
]

const keep = (world: World, file: Omit<StoredFile, 'id'>): StoredFile => {
  const stored = { ...file, id: `AgACAgQAAx${world.next('file')}` }
  world.files.set(stored.id, stored)
  return stored
}

const upload = (world: World, { bytes }: Upload): readonly PhotoSize[] => {
  if (bytes.length === 0) throw bad('file must be non-empty')
  if (bytes.length > mostPhoto) throw bad('file is too big')
  const size = measure(bytes)
  if (size.width + size.height > 10_000 || size.width > 20 * size.height || size.height > 20 * size.width)
    throw bad('PHOTO_INVALID_DIMENSIONS')
  return describe(keep(world, { bytes, type: isPng(bytes) ? 'image/png' : 'image/jpeg' }), size)
}

/** A picture as an upload, an address that Telegram fetches itself (here it is only noted), or one that it has already. */
export const readPhoto = (
  world: World,
  params: Params,
  given: Upload | string | undefined,
): readonly PhotoSize[] => {
  if (given === undefined || given === '') throw bad('there is no photo in the request')
  if (isUpload(given)) return upload(world, given)
  if (given.startsWith('attach://')) {
    const attached = params.attached(given.slice('attach://'.length))
    if (!attached) throw bad('there is no photo in the request')
    return upload(world, attached)
  }
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) throw bad('wrong HTTP URL specified')
    return describe(keep(world, { type: 'image/jpeg', url: given }), { width: 800, height: 600 })
  }
  const known = world.files.get(given)
  if (!known) throw bad('wrong file identifier/HTTP URL specified')
  return describe(known, known.bytes ? measure(known.bytes) : { width: 800, height: 600 })
}
