import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../src/main.js', import.meta.url))
const peers = new URL('../../../bench/peers/', import.meta.url)

export const peerNames = ['telegraf', 'grammy', 'bottleneck', 'bullmq'] as const
export type PeerName = (typeof peerNames)[number]

/** A program that is measured from outside. */
export interface Program extends AsyncDisposable {
  readonly pid: number
  /** Throws when it ended by itself. */
  check(): void
  kill(signal: NodeJS.Signals): Promise<void>
}

const started = (args: readonly string[], env: Readonly<Record<string, string>>): Program => {
  const child: ChildProcess = spawn(process.execPath, [...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exited = once(child, 'exit')
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    if (child.exitCode === null && child.signalCode === null) await exited
  }
  const check = (): void => {
    if (child.exitCode !== null) throw new Error(`a program ended with ${child.exitCode}`)
  }
  return { pid: child.pid ?? 0, check, kill, [Symbol.asyncDispose]: () => kill('SIGKILL') }
}

export const startOurs = (role: string, env: Readonly<Record<string, string>>): Program =>
  started(['--max-old-space-size=192', '--max-semi-space-size=2', program], {
    NODE_ENV: 'production',
    ACTION_POPULAIRE_URL: '',
    GEO_API_URL: '',
    PLAYGROUND: 'off',
    PORT: '0',
    LOG_LEVEL: 'error',
    ROLE: role,
    ...env,
  })

export const startPeer = (name: PeerName, env: Readonly<Record<string, string>>): Program =>
  started([fileURLToPath(new URL(`${name}.mjs`, peers))], env)
