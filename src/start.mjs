import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

/*
 * `npm start`: compiles what is newer than its compiled form, then runs it. To ask the compiler itself whether anything has
 * changed takes a second or two, at each start. It is JavaScript, since nothing is compiled when it runs.
 */

const root = new URL('../', import.meta.url)
const compiled = new URL('dist/.tsbuildinfo', root)
const sources = [
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'src',
  'commands',
  'playground',
  'bench',
]

/** When it was changed last, in milliseconds; a folder tells of what was added to it or taken away, -1 of what is missing. */
const changed = (/** @type {URL} */ file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1

/** @returns {number} the same for the newest of all that is in there. */
const newest = (/** @type {string} */ path) => {
  const file = new URL(path, root)
  const inside = statSync(file).isDirectory() ? readdirSync(file, { withFileTypes: true }) : []
  const within = inside.map((entry) =>
    entry.isDirectory() ? newest(`${path}/${entry.name}`) : changed(new URL(`${path}/${entry.name}`, root)),
  )
  return Math.max(changed(file), ...within)
}

/** @returns {number} the status with which to end; 0 to go on. */
const compile = () => {
  // What a source that is gone was compiled to would still be found and run.
  rmSync(new URL('dist', root), { recursive: true, force: true })
  const compiler = fileURLToPath(import.meta.resolve('typescript/package.json')).replace(
    /package\.json$/,
    'bin/tsc',
  )
  const { status } = spawnSync(
    process.execPath,
    [compiler, '-p', fileURLToPath(new URL('tsconfig.build.json', root))],
    { stdio: 'inherit' },
  )
  // The compiler leaves it alone when what it says would be the same.
  if (status === 0) utimesSync(compiled, new Date(), new Date())
  return status ?? 1
}

const status = Math.max(...sources.map(newest)) < changed(compiled) ? 0 : compile()
if (status === 0) {
  // From Node 22 on: what V8 compiled is kept for the next start.
  module.enableCompileCache?.()
  await import(new URL('dist/src/main.js', root).href)
} else process.exitCode = status
