import { execFile } from 'node:child_process'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { minute } from '../../src/base/clock.ts'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

const built = ['src', 'commands', 'playground', 'bench']
const mark = join(root, 'dist/.tsbuildinfo')
const lock = join(root, 'node_modules/.compiling')

/** When it was changed last, in milliseconds; -1 when it is missing. */
const changed = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return -1
    throw error
  }
}

const newest = async (): Promise<number> => {
  const entries = await Promise.all(
    built.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((name) => join(root, folder, name)),
    ),
  )
  return Math.max(...(await Promise.all(entries.flat().map(changed))))
}

const compile = async (): Promise<void> => {
  // What the compiler wrote of files that are no more would be found as well.
  await rm(join(root, 'dist'), { recursive: true, force: true })
  const of = ['-p', join(root, 'tsconfig.build.json'), '--noCheck']
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...of])
}

/** False while another file's tests have it; whoever died with it does not keep it. */
const locked = async (): Promise<boolean> => {
  try {
    await mkdir(lock)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    const since = await changed(lock)
    if (since >= 0 && since < performance.timeOrigin + performance.now() - minute)
      await rm(lock, { recursive: true, force: true })
    return false
  }
}

/** The program as it is deployed; compiled once, whoever asks. Its types are checked elsewhere. */
export const compiled = async (): Promise<void> => {
  while (!(await locked())) await setTimeout(100)
  try {
    if ((await newest()) >= (await changed(mark))) await compile()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}
