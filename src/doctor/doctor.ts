import type { Clock } from '../base/clock.ts'
import type { Config } from '../config.ts'
import { doctor } from '../phrases/doctor.ts'
import { claimsOf } from '../store/bots.ts'
import { createAsk, type Ask } from './ask.ts'
import { examineDatabase } from './database.ts'
import { examineDiscord } from './discord.ts'
import { ill, off, well, why, type Finding } from './finding.ts'
import { examineFolder } from './folder.ts'
import { examineRedis } from './redis.ts'
import { examineTelegram } from './telegram.ts'

const { about } = doctor

const examineSettings = ({ telegram, discord, playground, roles }: Config): readonly Finding[] => {
  const says = doctor.settings
  if (playground) return [well(about.settings, says.playground)]
  const needsPlatform = roles.has('bot') || roles.has('worker')
  return needsPlatform && !telegram && !discord
    ? [ill(about.settings, says.nobody, says.nobodyRemedy)]
    : [well(about.settings, says.fine)]
}

const examineAddress = async (publicUrl: string | undefined, ask: Ask): Promise<readonly Finding[]> => {
  const says = doctor.address
  if (publicUrl === undefined) return [off(about.address, says.off)]
  const answer = await ask(`${publicUrl}/health`)
  if (answer.is === 'silence') return [off(about.address, says.silent(answer.why))]
  const ours = typeof answer.body === 'object' && answer.body !== null && 'status' in answer.body
  return answer.status === 200 && ours
    ? [well(about.address, says.fine)]
    : [ill(about.address, says.stranger(answer.status), says.strangerRemedy)]
}

/** Signatures and reminders suffer from more than that. */
const mostAheadMs = 30_000

const examineClock = (ahead: readonly number[]): readonly Finding[] => {
  const says = doctor.clock
  const [least] = ahead.toSorted((one, other) => Math.abs(one) - Math.abs(other))
  if (least === undefined) return [off(about.clock, says.unknown)]
  return Math.abs(least) < mostAheadMs
    ? [well(about.clock, says.fine)]
    : [ill(about.clock, says.off(Math.round(least / 1_000)), says.offRemedy)]
}

type Examination = () => readonly Finding[] | Promise<readonly Finding[]>

const marks = { well: '✓', ill: '✗', off: '–' } as const

const linesOf = (finding: Finding): readonly string[] => [
  doctor.line(marks[finding.is], finding.about, finding.words),
  ...(finding.is === 'ill' ? [doctor.remedy(finding.remedy)] : []),
]

/** An examination that breaks is one more thing to mend; the others go on. */
const outcome = async (
  name: string,
  examination: Examination,
  signal: AbortSignal,
): Promise<readonly Finding[]> => {
  try {
    return await examination()
  } catch (error) {
    signal.throwIfAborted()
    return [ill(name, doctor.failed(why(error)), doctor.failedRemedy)]
  }
}

interface Needs {
  readonly config: Config
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

/**
 * Examines everything that the configuration names, and nothing else; says it line by line. Changes nothing anywhere.
 * Gives the exit code: 0 when all is well, 1 when something must be mended.
 */
export const examine = async ({ config, clock, signal, say }: Needs): Promise<0 | 1> => {
  const ask = createAsk(clock, signal)
  const examinations: readonly (readonly [string, Examination])[] = [
    [about.settings, () => examineSettings(config)],
    [about.folder, () => examineFolder(config.dataDir)],
    [about.database, () => examineDatabase(config.databaseUrl, claimsOf(config), clock)],
    [about.redis, () => examineRedis(config.redisUrl, clock)],
    [about.telegram, () => examineTelegram(config.telegram, ask)],
    [about.discord, () => examineDiscord(config.discord, ask)],
    [about.clock, () => examineClock(ask.ahead)],
    [about.address, () => examineAddress(config.publicUrl, ask)],
  ]
  say(doctor.title)
  let ills = 0
  for (const [name, examination] of examinations) {
    signal.throwIfAborted()
    const findings = await outcome(name, examination, signal)
    for (const line of findings.flatMap(linesOf)) say(line)
    ills += findings.filter(({ is }) => is === 'ill').length
  }
  say(ills === 0 ? doctor.well : doctor.ill(ills))
  return ills === 0 ? 0 : 1
}
