import { systemClock } from './base/clock.ts'
import { OtherBot } from './claiming.ts'
import { ConfigError, processEnvironment, readConfig, whereOf } from './config.ts'
import { examine } from './doctor/doctor.ts'
import { createLog, toStandardOutput } from './log.ts'
import { operators } from './phrases/operators.ts'
import { createQueue } from './queue/queue.ts'
import { PlatformRefusal, run } from './run.ts'
import { secretKeys, secretsOf } from './secret.ts'
import { openDatabase } from './store/database.ts'
import { FolderInUse } from './store/folder-lock.ts'

/** An operator who asked to stop waits no longer than that, in milliseconds. */
const patience = 10_000

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The first signal ends things properly, a second one at once. */
const asked = (): AbortSignal => {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(1)
      stop.abort()
      setTimeout(() => process.exit(1), patience).unref()
    })
  return stop.signal
}

const main = async (): Promise<number> => {
  const config = readConfig(processEnvironment())
  const signal = asked()
  const clock = systemClock
  const [what] = process.argv.slice(2)
  if (what === 'doctor') return examine({ config, clock, signal, say })
  const keys = await secretKeys(config)
  const log = createLog({
    level: config.logLevel,
    shape: config.production ? 'json' : 'line',
    secrets: secretsOf(config, keys),
    write: toStandardOutput(),
  })
  if (what === 'migrate') {
    await using database = await openDatabase({ where: whereOf(config), log })
    // The queue's own tables, where they lie beside ours.
    if (config.redisUrl === undefined) {
      await using queue = await createQueue({ where: { sql: database.sql }, log })
      await queue.ready()
    }
    say(operators.migrated)
    return 0
  }
  if (what !== undefined) {
    say(operators.unknownWord(what))
    return 1
  }
  try {
    await run({ config, keys, clock, log, say }, signal)
  } catch (error) {
    // Stopped while it started: what was open is closed.
    if (error !== signal.reason) throw error
  }
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof ConfigError) say(error.message)
  else if (error instanceof FolderInUse) say(operators.folderInUse(error.folder, error.pid, error.host))
  else if (error instanceof OtherBot) say(operators.otherBot(error.platform))
  else if (error instanceof PlatformRefusal) say(operators.refusedBy(error.platform))
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    say(operators.portTaken('port' in error ? Number(error.port) : 0))
  else throw error
  process.exitCode = 1
}
