import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { ConfigError, keyFile, type Config } from './config.ts'
import { secretKeyList } from './environment.ts'
import { operators } from './phrases/operators.ts'

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

const kept = async (file: string): Promise<readonly Buffer[] | undefined> => {
  try {
    const read = secretKeyList.safeParse(await readFile(file, 'utf8'))
    if (!read.success) throw new ConfigError([operators.keyFileSpoiled(file)])
    return read.data
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** The whole key or nothing appears under that name, once, whoever else tries at the same time. */
const makeOnce = async (file: string): Promise<void> => {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    await link(draft, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
}

/**
 * The keys given, or the one kept in `dataDir`, made there at the first start for its owner alone to read.
 * @throws ConfigError when the file holds no key: a new one would make what is stored unreadable.
 */
export const secretKeys = async ({
  secretKeys: given,
  dataDir,
}: Pick<Config, 'secretKeys' | 'dataDir'>): Promise<readonly Buffer[]> => {
  if (given) return given
  const file = keyFile(dataDir)
  const before = await kept(file)
  if (before) return before
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await makeOnce(file)
  return (await kept(file)) ?? secretKeys({ dataDir })
}

const passwordOf = (address: string | undefined): string | undefined => {
  const password = URL.parse(address ?? '')?.password
  return password ? decodeURIComponent(password) : undefined
}

/** Everything that opens a door, so that no log repeats it. */
export const secretsOf = (config: Config, keys: readonly Buffer[]): readonly string[] => {
  const secrets = [
    config.telegram?.token,
    config.telegram?.webhook?.secret,
    config.telegram?.webhook?.path.split('/').at(-1),
    config.discord?.token,
    config.web.metricsToken,
    passwordOf(config.databaseUrl),
    passwordOf(config.redisUrl),
    ...keys.flatMap((key) => [key.toString('base64'), key.toString('base64url'), key.toString('hex')]),
  ]
  return secrets.filter((secret): secret is string => secret !== undefined)
}
