import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Stage } from '../stage.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The browser's files are not compiled: they stay in the package, whether this one runs from it or from `dist/`. */
const packageRoot = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('The playground page is not inside a package')
  return packageRoot(above)
}

const here = dirname(fileURLToPath(import.meta.url))

/** The package names no path for the browser's build that Node would follow; it lies two folders from its entry. */
const preactFile = (): string =>
  join(createRequire(import.meta.url).resolve('htm'), '..', '..', 'preact', 'standalone.module.js')

/** Pictures that the bot uploads are on the stages' servers; nothing comes from anywhere else. */
const secured = (stages: readonly Stage[]) => ({
  'cache-control': 'no-cache',
  'content-security-policy': [
    "default-src 'self'",
    `img-src 'self' data: ${stages.map(({ url }) => new URL(url).origin).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
})

/** `/` and `/playground/page/…`, read once. */
export const pageFiles = async (web: FastifyInstance, stages: readonly Stage[]): Promise<void> => {
  const folder = join(packageRoot(here), 'playground', 'page', 'browser')
  const names = (await readdir(folder)).filter((name) => types[extname(name)] !== undefined)
  const found = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name))] as const),
  )
  const files = new Map([...found, ['preact.js', await readFile(preactFile())] as const])

  const headers = secured(stages)
  const serve = (path: string, name: string): void => {
    const body = files.get(name)
    const type = types[extname(name)]
    web.get(path, (_request, reply) => reply.headers({ ...headers, 'content-type': type }).send(body))
  }
  for (const name of files.keys()) serve(`/playground/page/${name}`, name)
  serve('/', 'index.html')
}
