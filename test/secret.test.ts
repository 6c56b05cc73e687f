import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError } from '../src/config.ts'
import { secretKeys } from '../src/secret.ts'

describe('the secret key', () => {
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'porte-voix-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  it('is made at the first start, for its owner alone, and the same ever after', async () => {
    const made = await secretKeys({ dataDir })
    expect(made.map((key) => key.length)).toEqual([32])
    expect(await secretKeys({ dataDir })).toEqual(made)
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600)
  })

  it('is one, however many start at once, and leaves no draft', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => secretKeys({ dataDir })))
    expect(new Set(all.map(([key]) => key?.toString('hex'))).size).toBe(1)
    expect(await readdir(dataDir)).toEqual(['secret.key'])
  })

  it('is the one given, and then nothing is written', async () => {
    const given = [Buffer.alloc(32, 1)]
    expect(await secretKeys({ dataDir, secretKeys: given })).toBe(given)
    expect(await readdir(dataDir)).toEqual([])
  })

  it('is never replaced when its file is spoiled', async () => {
    await writeFile(join(dataDir, 'secret.key'), 'abîmé')
    await expect(secretKeys({ dataDir })).rejects.toThrow(ConfigError)
    expect(await readFile(join(dataDir, 'secret.key'), 'utf8')).toBe('abîmé')
  })

  it('may be in a folder that does not exist yet', async () => {
    const keys = await secretKeys({ dataDir: join(dataDir, 'a', 'b') })
    expect(keys).toHaveLength(1)
  })
})
