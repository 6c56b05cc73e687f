import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  MessageFlags,
  ModalBuilder,
  Partials,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDiscord, type DiscordStage } from '../../../playground/discord/index.ts'
import type { Actor, Chat } from '../../../playground/actor.ts'

let stage: DiscordStage
let client: Client<true>
let anna: Actor
let bea: Actor
let chat: Chat
let errors: unknown[]

beforeEach(async () => {
  stage = await startDiscord()
  anna = stage.person('Anna')
  bea = stage.person('Béa')
  chat = stage.group('Montreuil', [anna, bea])
  errors = []
  const made = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: stage.api },
  })
  const ready = new Promise((resolve) => made.once(Events.ClientReady, resolve))
  await made.login(stage.token)
  await ready
  if (!made.isReady()) throw new Error('not ready')
  client = made
})

afterEach(async () => {
  await client.destroy()
  await stage[Symbol.asyncDispose]()
})

/** A bot as people write them with discord.js. */
const answers = (react: (interaction: Interaction) => Promise<unknown>): void => {
  client.on(Events.InteractionCreate, (interaction) => {
    react(interaction).catch((error: unknown) => errors.push(error))
  })
}

const publish = (...commands: Parameters<typeof client.application.commands.set>[0][number][]) =>
  client.application.commands.set(commands)

const code = (at: number): unknown => (errors[at] instanceof DiscordAPIError ? errors[at].code : errors[at])

describe('a bot written with discord.js', () => {
  it('knows itself and its servers', () => {
    expect(client.user.username).toBe('porte_voix')
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Montreuil'])
  })

  it('answers a command with a button, and the button by an edit', async () => {
    await publish({
      name: 'ping',
      description: 'Ping',
      options: [{ type: 3, name: 'lieu', description: 'Lieu' }],
    })
    answers(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const yes = new ButtonBuilder().setCustomId('yes').setLabel('Oui').setStyle(ButtonStyle.Success)
        await interaction.reply({
          content: `**${interaction.options.getString('lieu')}**`,
          components: [new ActionRowBuilder<ButtonBuilder>().addComponents(yes)],
        })
      }
      if (interaction.isButton()) await interaction.update({ content: 'fait', components: [] })
    })
    await anna.in(chat).asks('ping', { lieu: 'Lyon' })
    expect(anna.in(chat).last()).toMatchObject({
      text: 'Lyon',
      rich: [{ text: 'Lyon', bold: true }],
      buttons: [{ label: 'Oui', tone: 'success', row: 0 }],
    })
    await bea.in(chat).presses('Oui')
    expect(anna.in(chat).seen()).toMatchObject([{ text: 'fait', edited: true, buttons: [] }])
    expect(stage.violations()).toEqual([])
  })

  it('whispers to one person, who alone sees it', async () => {
    await publish({ name: 'secret', description: 'Secret' })
    answers(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply({ flags: MessageFlags.Ephemeral })
      await interaction.editReply('entre nous')
      await interaction.followUp({ content: 'à tous' })
    })
    await anna.in(chat).asks('secret')
    expect(anna.in(chat).seen()).toMatchObject([
      { text: 'entre nous', onlyMe: true },
      { text: 'à tous', onlyMe: false },
    ])
    expect(
      bea
        .in(chat)
        .seen()
        .map(({ text }) => text),
    ).toEqual(['à tous'])
  })

  it('finds that what follows a deferred answer at once becomes that answer', async () => {
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

  it('asks with a window, and reads the answers', async () => {
    await publish({ name: 'nom', description: 'Nom' })
    answers(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const input = new TextInputBuilder()
          .setCustomId('nom')
          .setStyle(TextInputStyle.Short)
          .setMaxLength(10)
        const modal = new ModalBuilder()
          .setCustomId('f')
          .setTitle('Votre nom')
          .addLabelComponents((label) => label.setLabel('Nom affiché').setTextInputComponent(input))
        await interaction.showModal(modal)
      }
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('nom'))
    })
    await anna.asks('nom')
    expect(anna.form()).toMatchObject({
      title: 'Votre nom',
      questions: [{ name: 'nom', label: 'Nom affiché', required: true, most: 10 }],
    })
    await expect(anna.fills({ Nom: 'x'.repeat(11) })).rejects.toThrow('takes 10 characters')
    await expect(anna.fills({ Nom: '' })).rejects.toThrow('must be answered')
    await expect(anna.fills({ Âge: '3' })).rejects.toThrow('does not ask')
    await anna.fills({ Nom: 'Zoé' })
    expect(anna.last().text).toBe('Zoé')
    expect(anna.form()).toBeUndefined()
  })

  it('proposes what one may type', async () => {
    await publish({
      name: 'ou',
      description: 'Où',
      options: [{ type: 3, name: 'lieu', description: 'Lieu', autocomplete: true }],
    })
    answers(async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: `${interaction.options.getFocused()}…`, value: 'v' }])
    })
    expect(await anna.completes('ou', 'lieu', 'mont')).toEqual([{ label: 'mont…', value: 'v' }])
  })

  it('reads private words and writes to a closed door in vain', async () => {
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot)
        message.reply(`lu : ${message.content}`).catch((error: unknown) => errors.push(error))
    })
    await anna.says('bonjour')
    expect(anna.seen().map(({ text, from }) => `${from} ${text}`)).toEqual(['me bonjour', 'bot lu : bonjour'])
    await anna.in(chat).says('personne ne lit')
    expect(anna.in(chat).seen()).toHaveLength(1)
    await bea.blocks()
    const user = await client.users.fetch(bea.id)
    await expect(user.send('coucou')).rejects.toMatchObject({ code: 50_007 })
  })

  it('sends a picture with its description', async () => {
    const channel = await client.channels.fetch(chat.id)
    if (!channel?.isSendable()) throw new Error('not sendable')
    await channel.send({
      files: [{ attachment: Buffer.from('png'), name: 'a.png', description: 'Une affiche' }],
    })
    const { image } = anna.in(chat).last()
    expect(image?.alt).toBe('Une affiche')
    expect(await (await fetch(image?.url ?? '')).text()).toBe('png')
  })

  it('comes, goes, and sees channels close', async () => {
    const told: string[] = []
    client.on(Events.GuildCreate, ({ name }) => told.push(`comes ${name}`))
    client.on(Events.GuildDelete, ({ name }) => told.push(`goes ${name}`))
    client.on(Events.ChannelDelete, ({ id }) => told.push(`closes ${id}`))
    const other = stage.group('Lyon', [anna], { bot: false })
    await anna.in(other).invites()
    await anna.in(chat).expels()
    stage.closes(other)
    await expect.poll(() => told).toEqual(['comes Lyon', 'goes Montreuil', `closes ${other.id}`])
  })
})
