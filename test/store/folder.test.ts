import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minute } from '../../src/base/clock.ts'
import { openDatabase } from '../../src/store/database.ts'
import { FolderInUse, lockFolder } from '../../src/store/folder-lock.ts'
import { createStore } from '../../src/store/store.ts'
import { migrations } from '../../src/store/migrate.ts'
import { template } from '../../src/store/template.ts'
import { aGroup, anAction } from './makings.ts'
import { clock, due, keys, noon, silent, somebody, telegram } from './sizes.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'porte-voix-folder-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const open = (folder: string) => openDatabase({ where: { pglite: folder }, log: silent })
const lockOf = (folder: string) => `${folder}.lock`

/** A lock as some other process left it. */
const leaveLock = (folder: string, of: object) =>
  writeFile(
    lockOf(folder),
    JSON.stringify({ pid: 999_999_999, host: hostname(), began: '1', making: false, ...of }),
  )

describe('the lock of a folder', () => {
  it('is held in one place only, and free again once released', async () => {
    const folder = join(home, 'one')
    const first = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
    await first[Symbol.asyncDispose]()
    expect(existsSync(lockOf(folder))).toBe(false)
    await using again = await lockFolder(folder)
    expect(again.halfMade).toBe(false)
  })

  it('of many that want it at once, goes to one', async () => {
    const folder = join(home, 'race')
    await leaveLock(folder, {})
    const tried = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)))
    const held = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(held).toHaveLength(1)
    expect((await readdir(home)).filter((name) => name.startsWith('race'))).toEqual(['race.lock'])
    await held[0]?.[Symbol.asyncDispose]()
  })

  it('stays with another process while it lives, and is taken over once it was killed', async () => {
    const folder = join(home, 'other')
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(child, 'spawn')
    await leaveLock(folder, { pid: child.pid, began: '' })
    await expect(lockFolder(folder)).rejects.toMatchObject({ name: 'FolderInUse', folder, pid: child.pid })
    child.kill('SIGKILL')
    await once(child, 'exit')
    await using lock = await lockFolder(folder)
    expect(lock.halfMade).toBe(false)
  })

  it('is taken over when the same number now names another process', async () => {
    const folder = join(home, 'reused')
    await leaveLock(folder, { pid: process.pid, making: true })
    await using lock = await lockFolder(folder)
    expect(lock.halfMade).toBe(true)
  })

  it('stays with another machine for as long as it shows that it is there', async () => {
    const folder = join(home, 'far')
    await leaveLock(folder, { pid: 1, host: 'elsewhere' })
    await expect(lockFolder(folder)).rejects.toMatchObject({ host: 'elsewhere' })
    const longAgo = new Date(Date.now() - minute)
    await utimes(lockOf(folder), longAgo, longAgo)
    await using lock = await lockFolder(folder)
    expect(lock.halfMade).toBe(false)
  })
})

describe('an embedded database', () => {
  it('keeps everything across a restart', async () => {
    const folder = join(home, 'a', 'kept')
    const before = await open(folder)
    const first = await createStore({ database: before, keys, clock, log: silent })
    const person = await somebody(first, '42')
    const group = await first.groups.keepImported(aGroup(), noon)
    const { id: action } = await first.actions.keepImported(anAction(), noon)
    await first.groups.join(person, group.id, noon)
    await first.actions.answer(person, action, 'yes', noon)
    const [letter] = await first.outbox.put(
      [{ to: telegram('42'), lane: 'answer', body: { is: 'card', action } }],
      noon,
    )
    await before[Symbol.asyncDispose]()

    await using after = await open(folder)
    const again = await createStore({ database: after, keys, clock, log: silent })
    expect(await again.people.byAccount(telegram('42'))).toEqual({ id: person })
    expect(await again.groups.joinedBy(person)).toHaveLength(1)
    expect((await again.actions.found(action, person))?.answer).toBe('yes')
    expect(await due({ database: after }, noon, 10)).toEqual([letter])
  })

  it('is made again when whoever made it did not come to the end', async () => {
    const folder = join(home, 'half')
    await mkdir(folder)
    await writeFile(join(folder, 'PG_VERSION'), '18')
    await leaveLock(folder, { making: true })
    await using database = await open(folder)
    await database.ready()
    await expect(open(folder)).rejects.toThrow(FolderInUse)
    expect(JSON.parse(await readFile(lockOf(folder), 'utf8'))).toMatchObject({ making: false })
  })

  it('comes from a template of the version that runs, and has been through every migration as it is written', async () => {
    expect(await template()).toBeDefined()
    await using database = await openDatabase({ where: { pglite: 'memory' }, log: silent })
    const { rows } = await database.sql.ask('select hash from porte_voix.migrations order by id')
    const { migrationsFolder } = migrations()
    const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).toSorted()
    const hashes = await Promise.all(
      files.map(async (name) =>
        createHash('sha256')
          .update(await readFile(join(migrationsFolder, name), 'utf8'))
          .digest('hex'),
      ),
    )
    expect(rows.map(({ hash }) => hash)).toEqual(hashes)
  })
})
