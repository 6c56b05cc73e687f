import type { Sql as Client } from 'postgres'
import type { Sql } from '../base/sql.ts'

/** A connection that hears, and how many hear on it, or are about to. */
interface Line {
  readonly client: Client
  heard: number
}

/**
 * Hears what is notified. postgres.js 3.4.9 keeps a LISTEN that failed, and fails whoever wants to hear that channel ever after: they get another
 * connection here.
 */
export const createHearing = (open: () => Client): Pick<Sql, 'listen'> & AsyncDisposable => {
  const lines = new Set<Line>()
  let current: Line | undefined

  const opened = (): Line => {
    const line = { client: open(), heard: 0 }
    lines.add(line)
    return line
  }

  return {
    listen: async (channel, hear) => {
      const line = (current ??= opened())
      line.heard += 1
      try {
        const listening = await line.client.listen(channel, hear)
        return () => listening.unlisten()
      } catch (error) {
        line.heard -= 1
        if (current === line) current = undefined
        if (line.heard === 0) {
          lines.delete(line)
          await line.client.end({ timeout: 0 })
        }
        throw error
      }
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...lines].map(({ client }) => client.end({ timeout: 2 })))
    },
  }
}
