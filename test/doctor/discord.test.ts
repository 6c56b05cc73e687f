import { describe, expect, it } from 'vitest'
import { doctor } from '../../src/phrases/doctor.ts'
import { mark, serve, visit, type Pages } from './visit.ts'

const enough = String(0x400n | 0x800n | 0x4000n | (1n << 38n))
const healthy: Pages = {
  '/api/v10/applications/@me': { body: { name: 'Porte-voix', flags: 0 } },
  '/api/v10/gateway/bot': { body: { session_start_limit: { remaining: 990 } } },
  '/api/v10/users/@me/guilds': { body: [{ name: 'Boucle du 93', permissions: enough }] },
}
const visitDiscord = async (pages: Pages) => {
  const { root, asked } = await serve({ ...healthy, ...pages })
  return { ...(await visit({ DISCORD_TOKEN: 'jeton', DISCORD_API: `${root}/api` })), asked }
}

describe('the doctor on Discord', () => {
  it('finds everything well', async () => {
    const { code, about, asked } = await visitDiscord({})
    expect(code).toBe(0)
    expect([...about(doctor.about.discord), ...about(doctor.about.permissions)]).toEqual([
      mark('✓', doctor.about.discord, doctor.discord.fine('Porte-voix')),
      mark('✓', doctor.about.discord, doctor.discord.noIntents),
      mark('✓', doctor.about.permissions, doctor.permissions.fine(1)),
    ])
    expect(new Set(asked.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bot jeton']))
  })

  it('says that the token is refused', async () => {
    const { code, about } = await visitDiscord({ '/api/v10/applications/@me': { status: 401, body: {} } })
    expect(code).toBe(1)
    expect(about(doctor.about.discord)[0]).toBe(mark('✗', doctor.about.discord, doctor.discord.refused))
  })

  it('says what is open for nothing, what goes elsewhere, and that it started too often', async () => {
    const { about } = await visitDiscord({
      '/api/v10/applications/@me': {
        body: { name: 'X', flags: (1 << 15) | (1 << 19), interactions_endpoint_url: 'https://x.example/y' },
      },
      '/api/v10/gateway/bot': { body: { session_start_limit: { remaining: 3 } } },
    })
    expect(about(doctor.about.discord).filter((line) => line.startsWith('✗'))).toEqual([
      mark('✗', doctor.about.discord, doctor.discord.elsewhere('x.example')),
      mark('✗', doctor.about.discord, doctor.discord.privileged('SERVER MEMBERS, MESSAGE CONTENT')),
      mark('✗', doctor.about.discord, doctor.discord.fewSessions(3)),
    ])
  })

  it('says in which server which right is missing', async () => {
    const { view, send, links, thread } = doctor.permissions.rights
    const { about } = await visitDiscord({
      '/api/v10/users/@me/guilds': {
        body: [
          { name: 'Muet', permissions: String(0x400n) },
          { name: 'Fermé', permissions: '0' },
          { name: 'Chef', permissions: '8' },
        ],
      },
    })
    expect(about(doctor.about.permissions).filter((line) => line.startsWith('✗'))).toEqual([
      mark(
        '✗',
        doctor.about.permissions,
        doctor.permissions.missing('Muet', [send, links, thread].join(', ')),
      ),
      mark(
        '✗',
        doctor.about.permissions,
        doctor.permissions.missing('Fermé', [view, send, links, thread].join(', ')),
      ),
    ])
  })
})
