import { MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { startBare } from './bare.ts'

describe('a bot written with discord.js', () => {
  it('finds that what follows a deferred answer at once becomes that answer', async () => {
    await using bare = await startBare()
    const { anna, bea, chat, answers, publish } = bare
    await publish({ name: 'vite', description: 'Vite' })
    answers(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply()
      await interaction.followUp({ content: 'secret', flags: MessageFlags.Ephemeral })
    })
    await anna.in(chat).asks('vite')
    expect(bea.in(chat).seen()).toMatchObject([{ text: 'secret', onlyMe: false }])
  })

  it('is refused a second first answer, and a follow-up before the first', async () => {
    await using bare = await startBare()
    const { client, anna, errors, answers, publish, code } = bare
    await publish({ name: 'deux', description: 'Deux' })
    answers(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await client.rest
        .post(`/webhooks/${interaction.applicationId}/${interaction.token}`, {
          body: { content: 'tôt' },
          auth: false,
        })
        .catch((error: unknown) => errors.push(error))
      await interaction.reply('un')
      await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 4, data: { content: 'deux' } },
        auth: false,
      })
    })
    await anna.asks('deux')
    expect([code(0), code(1)]).toEqual([10_015, 40_060])
  })

  it('is too late after three seconds', async () => {
    await using bare = await startBare()
    const { stage, anna, errors, answers, publish, code } = bare
    await publish({ name: 'lent', description: 'Lent' })
    answers(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await new Promise((resolve) => setTimeout(resolve, 3_200))
      await interaction.reply('enfin')
    })
    await anna.asks('lent')
    await expect.poll(() => errors.length).toBe(1)
    expect(code(0)).toBe(10_062)
    expect(anna.toasts()).toEqual(['Échec de l’interaction'])
    expect(stage.violations()).toHaveLength(1)
  })
})
