import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FolderInUse, lockFolder } from '../../src/store/folder-lock.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'porte-voix-lock-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const gone = { pid: 999_999_999, host: hostname(), began: '1' }

describe('the lock of a folder that many want at once', () => {
  it('goes to one of them, whatever was left there', async () => {
    for (let round = 0; round < 60; round++) {
      const folder = join(home, String(round))
      const making = round % 3 === 2
      if (round % 3 > 0) await writeFile(`${folder}.lock`, JSON.stringify({ ...gone, making }))
      const tried = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)))
      const held = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      expect(held).toHaveLength(1)
      expect(held[0]?.halfMade).toBe(making)
      for (const one of tried) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(FolderInUse)
      await held[0]?.[Symbol.asyncDispose]()
    }
    expect(await readdir(home)).toEqual([])
  })
})
