import type { Clock } from '../base/clock.ts'
import { doctor } from '../phrases/doctor.ts'
import { ill, why, type Finding } from './finding.ts'

export type Answer =
  | { readonly is: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly is: 'silence'; readonly why: string }

export interface Ask {
  (address: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** By how much our clock is ahead of each server that told the time, in milliseconds. */
  readonly ahead: readonly number[]
}

const patienceMs = 10_000

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Asks over HTTP, and looks at each server's clock on the way. */
export const createAsk = (clock: Clock, signal: AbortSignal): Ask => {
  const ahead: number[] = []
  const ask = async (address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    const asked = clock.now()
    try {
      const response = await fetch(address, {
        headers,
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      })
      const theirs = Date.parse(response.headers.get('date') ?? '')
      // A server tells whole seconds, somewhere between the question and the answer.
      if (!Number.isNaN(theirs)) ahead.push((asked + clock.now()) / 2 - (theirs + 500))
      return { is: 'answer', status: response.status, body: json(await response.text()) }
    } catch (error) {
      signal.throwIfAborted()
      return { is: 'silence', why: why(error) }
    }
  }
  return Object.assign(ask, { ahead })
}

/** What to say when a service gave no answer that can be used. */
export const unusable = (about: string, address: string, answer: Answer): Finding => {
  const host = URL.parse(address)?.host ?? address
  return answer.is === 'silence'
    ? ill(about, doctor.silence(answer.why), doctor.silenceRemedy(host))
    : ill(about, doctor.strange(answer.status), doctor.strangeRemedy(host))
}
