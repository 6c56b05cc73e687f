import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createFetch as onDiscord } from '../../src/platforms/discord/fetch.ts'
import { createFetch as onTelegram } from '../../src/platforms/telegram/fetch.ts'

/** A server that never says how much it sends, and never stops by itself. */
const openEndless = async () => {
  let sent = 0
  const server = createServer((_, answer) => {
    const more = (): void => {
      while (!answer.destroyed && answer.write(new Uint8Array(10_000))) sent += 10_000
      if (!answer.destroyed) answer.once('drain', more)
    }
    if (_.url?.includes('short')) answer.end(new Uint8Array(500))
    else more()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe('A file that somebody sent', () => {
  it('is read no further than it may be long, whatever it says of itself', async () => {
    await using server = await openEndless()
    const discord = onDiscord(`${server.url}/api`)
    const telegram = onTelegram({
      call: async ({ params }) => ({ is: 'done', result: { file_path: String(params['file_id']) } }),
      token: '1:t',
      apiRoot: server.url,
    })
    expect(await discord(`${server.url}/attachments/long`, 1_000)).toBeUndefined()
    expect(await telegram('long', 1_000)).toBeUndefined()
    expect((await discord(`${server.url}/attachments/short`, 1_000))?.length).toBe(500)
    expect((await telegram('short', 1_000))?.length).toBe(500)
  })
})
