import { Client, Events, GatewayIntentBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startDiscord } from '../../../playground/discord/index.ts'

const clients: Client[] = []
const connect = (api: string, ...intents: GatewayIntentBits[]): Client => {
  const client = new Client({ intents: [GatewayIntentBits.Guilds, ...intents], rest: { api } })
  clients.push(client)
  return client
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()))
})

const ready = (client: Client): Promise<void> =>
  new Promise((resolve) => {
    client.once(Events.ClientReady, () => {
      resolve()
    })
  })

describe('the gateway', () => {
  it('refuses a wrong token', async () => {
    await using stage = await startDiscord()
    await expect(connect(stage.api).login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' })
  })

  it('refuses intents that the portal does not grant, and takes those that it does', async () => {
    await using stage = await startDiscord()
    await expect(connect(stage.api, GatewayIntentBits.GuildMembers).login(stage.token)).rejects.toThrow(
      'disallowed',
    )
    await using open = await startDiscord({ intents: GatewayIntentBits.GuildMembers })
    await expect(connect(open.api, GatewayIntentBits.GuildMembers).login(open.token)).resolves.toBe(
      open.token,
    )
  })

  it.each([
    ['when the connection breaks off', 'drop'],
    ['when Discord asks to connect anew', 'reconnect'],
  ] as const)('resumes and tells what was missed %s', async (_, how) => {
    await using stage = await startDiscord()
    const client = connect(stage.api)
    const is = ready(client)
    await client.login(stage.token)
    await is
    const told: string[] = []
    client.on(Events.GuildCreate, ({ name }) => told.push(name))
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve))
    stage.gateway[how]()
    if (how === 'drop') stage.group('Manqué', [])
    await resumed
    stage.group('Après', [])
    await expect.poll(() => told).toEqual(how === 'drop' ? ['Manqué', 'Après'] : ['Après'])
  })

  it('begins a new session when the old one is no more', async () => {
    await using stage = await startDiscord()
    const client = connect(stage.api)
    const is = ready(client)
    await client.login(stage.token)
    await is
    const again = new Promise((resolve) => {
      client.ws.on('READY' as never, resolve)
    })
    stage.gateway.invalidate()
    await again
    expect(stage.gateway.listeners()).toBe(1)
  })

  it.each([
    ['an unknown opcode', { op: 42 }, 4001],
    ['no JSON', 'nothing', 4002],
    ['a request before identifying', { op: 3, d: {} }, 4003],
    ['a payload too large', { op: 1, d: 'x'.repeat(5_000) }, 4002],
  ])('closes on %s', async (_, payload, expected) => {
    await using stage = await startDiscord()
    const socket = new WebSocket(
      `${stage.api.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json`,
    )
    const closed = new Promise((resolve) => {
      socket.on('close', resolve)
    })
    socket.on('message', () => {
      socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload))
    })
    expect(await closed).toBe(expected)
  })
})
