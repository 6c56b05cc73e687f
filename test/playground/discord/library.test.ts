import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Events,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { startBare } from './bare.ts'

describe('a bot written with discord.js', () => {
  it('knows itself and its servers', async () => {
    await using bare = await startBare()
    const { client } = bare
    expect(client.user.username).toBe('porte_voix')
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Montreuil'])
  })

  it('answers a command with a button, and the button by an edit', async () => {
    await using bare = await startBare()
    const { stage, anna, bea, chat, answers, publish } = bare
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
    await using bare = await startBare()
    const { anna, bea, chat, answers, publish } = bare
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

  it('asks with a window, and reads the answers', async () => {
    await using bare = await startBare()
    const { anna, answers, publish } = bare
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

  it('is asked about a message, and about a person', async () => {
    await using bare = await startBare()
    const { stage, anna, bea, chat, answers, publish } = bare
    await publish({ name: 'Relayer', type: 3 }, { name: 'Qui est-ce ?', type: 2 })
    answers(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content)
      if (interaction.isUserContextMenuCommand()) await interaction.reply(interaction.targetUser.displayName)
    })
    await bea.in(chat).says('un message')
    const { id } = bea.in(chat).seen()[0] ?? expect.fail()
    await stage.applies(anna, chat, 'Relayer', { message: id })
    expect(anna.in(chat).last().text).toBe('un message')
    await stage.applies(anna, chat, 'Qui est-ce ?', { person: bea })
    expect(anna.in(chat).last().text).toBe('Béa')
    expect(stage.violations()).toEqual([])
  })

  it('proposes what one may type', async () => {
    await using bare = await startBare()
    const { anna, answers, publish } = bare
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
    await using bare = await startBare()
    const { client, anna, bea, chat, errors } = bare
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
    await using bare = await startBare()
    const { client, anna, chat } = bare
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
    await using bare = await startBare()
    const { stage, client, anna, chat } = bare
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
