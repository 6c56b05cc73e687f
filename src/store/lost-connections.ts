import type { Sql as Client, TransactionSql } from 'postgres'
import { isEnded } from '../base/sql.ts'

type Work = (session: TransactionSql) => Promise<unknown>

/** Nobody waits for it: the transaction has failed. */
const never = (): Promise<never> => new Promise(() => {})

const unheard = (_: unknown): void => {}

/**
 * postgres.js 3.4.9 rolls back on a connection that has ended, too, and that ends the process: it writes to a socket which is no more
 * (porsager/postgres#1154, #1208). Here the work of such a transaction does not end, so nothing is rolled back, and asks nothing any more; the
 * transaction itself fails at once, whether or not the driver notices.
 */
export const withoutLostRollbacks = (client: Client): Client => {
  const begin = client.begin.bind(client)

  const guarded =
    (work: Work, ended: () => unknown, fails: (error: unknown) => void): Work =>
    async (session) => {
      const unsafe = session.unsafe.bind(session)
      const savepoint = session.savepoint.bind(session)
      session.unsafe = ((...told: Parameters<typeof unsafe>) => {
        const error = ended()
        if (error !== undefined) throw error
        return unsafe(...told)
      }) as typeof unsafe
      session.savepoint = ((inner: Work) => savepoint(guarded(inner, ended, fails))) as typeof savepoint
      try {
        return await work(session)
      } catch (error) {
        if (!isEnded(error)) throw error
        fails(error)
        return never()
      }
    }

  client.begin = (async (work: Work) => {
    let end: unknown
    let fails = unheard
    const failed = new Promise<never>((_, reject) => (fails = reject))
    const begun = begin(guarded(work, () => end, fails))
    try {
      return await Promise.race([begun, failed])
    } catch (error) {
      end = error
      throw error
    }
  }) as typeof client.begin
  return client
}
