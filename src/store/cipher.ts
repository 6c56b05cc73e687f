import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Where a sealed value lives; moved anywhere else, it no longer opens. */
export interface Spot {
  readonly table: string
  readonly row: string
  readonly column: string
}

export interface Cipher {
  /** AES-256-GCM: `<key id>.<base64url of nonce, tag and ciphertext>`. */
  seal(text: string, at: Spot): string
  /** Throws {@link SealBroken} when no key fits, or the value is not what was sealed there. */
  open(sealed: string, at: Spot): string
  /** The id of the key that seals from now on; every sealed value begins with its own. */
  readonly keyId: string
}

export class SealBroken extends Error {
  constructor(at: Spot, why: string, options?: ErrorOptions) {
    super(`${at.table}.${at.column} does not open: ${why}`, options)
    this.name = 'SealBroken'
  }
}

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

interface Key {
  readonly id: string
  readonly key: Buffer
}

const derived = (secret: Buffer, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'porte-voix', purpose, bytes))

const keyOf = (secret: Buffer): Key => ({
  id: derived(secret, 'name', 6).toString('base64url'),
  key: derived(secret, 'seal', keyBytes),
})

const bound = (at: Spot): Buffer => Buffer.from([at.table, at.row, at.column].join('\0'))

/** Secrets of 32 bytes: the first one seals, all of them open. */
export const createCipher = (secrets: readonly Buffer[]): Cipher => {
  const keys = secrets.map(keyOf)
  const [first] = keys
  if (!first) throw new RangeError('A cipher needs a key')
  const byId = new Map(keys.map(({ id, key }) => [id, key]))
  return {
    keyId: first.id,
    seal: (text, at) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce).setAAD(bound(at))
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${first.id}.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`
    },
    open: (sealed, at) => {
      const [id = '', payload = ''] = sealed.split('.')
      const key = byId.get(id)
      if (!key) throw new SealBroken(at, 'SECRET_KEY lacks the key it was sealed with')
      const bytes = Buffer.from(payload, 'base64url')
      const nonce = bytes.subarray(0, nonceBytes)
      const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes)
      if (tag.length !== tagBytes) throw new SealBroken(at, 'it was cut short')
      const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound(at)).setAuthTag(tag)
      const text = cipher.update(bytes.subarray(nonceBytes + tagBytes))
      try {
        return Buffer.concat([text, cipher.final()]).toString('utf8')
      } catch (error) {
        throw new SealBroken(at, 'it was changed or moved', { cause: error })
      }
    },
  }
}
