import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  ModalBuilder,
  Partials,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js'
import type { DiscordStage } from '../../../playground/discord/index.ts'

const places = ['Montreuil (93100)', 'Montreuil-Bellay (49260)', 'Les Lilas (93260)']

const card = (going: number) => ({
  content: `**Tractage au marché**\n*Montreuil*, <t:1796464200:F>\n${going} participent.`,
  components: [
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('yes').setLabel('Je participe').setStyle(ButtonStyle.Success),
      new ButtonBuilder().setCustomId('ask').setLabel('Donner son avis').setStyle(ButtonStyle.Secondary),
    ),
  ],
})

const questions = (): ModalBuilder =>
  new ModalBuilder()
    .setCustomId('opinion')
    .setTitle('Votre avis')
    .addLabelComponents(
      (label) =>
        label
          .setLabel('Sujet')
          .setTextInputComponent(
            new TextInputBuilder().setCustomId('subject').setStyle(TextInputStyle.Short).setMaxLength(20),
          ),
      (label) =>
        label
          .setLabel('Ce que vous en pensez')
          .setDescription('Deux phrases suffisent.')
          .setTextInputComponent(
            new TextInputBuilder().setCustomId('words').setStyle(TextInputStyle.Paragraph).setRequired(false),
          ),
    )

const answer = async (interaction: Interaction): Promise<unknown> => {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase()
    return interaction.respond(
      places
        .filter((place) => place.toLowerCase().includes(typed))
        .map((place) => ({ name: place, value: place })),
    )
  }
  if (interaction.isButton())
    return interaction.customId === 'ask' ? interaction.showModal(questions()) : interaction.update(card(5))
  if (interaction.isModalSubmit())
    return interaction.reply(`Merci pour « ${interaction.fields.getTextInputValue('subject')} ».`)
  if (!interaction.isChatInputCommand()) return undefined
  if (interaction.commandName === 'start')
    return interaction.reply({
      content: `Bonjour ${interaction.user.displayName}`,
      flags: MessageFlags.Ephemeral,
    })
  if (interaction.commandName === 'actions') return interaction.reply(card(4))
  return interaction.reply(
    `Groupes près de ${interaction.options.getString('lieu') ?? 'nulle part'}, ${interaction.options.getString('quand') ?? 'toujours'}`,
  )
}

/** The least that a bot on Discord can do, written with its library; resolves once it is ready. */
export const startBareDiscord = async (stage: DiscordStage): Promise<AsyncDisposable> => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: stage.api },
  })
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction))
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(stage.token)
  const { application } = await ready
  await application.commands.set([
    { name: 'start', description: 'Commencer' },
    { name: 'actions', description: 'Voir ce qui se prépare' },
    {
      name: 'groupes',
      description: 'Trouver un groupe d’action',
      options: [
        { type: 3, name: 'lieu', description: 'Commune ou code postal', autocomplete: true },
        {
          type: 3,
          name: 'quand',
          description: 'Le jour',
          choices: [
            { name: 'Aujourd’hui', value: 'today' },
            { name: 'Ce week-end', value: 'weekend' },
          ],
        },
      ],
    },
  ])
  return { [Symbol.asyncDispose]: () => client.destroy() }
}
