import { italic, type Rich } from '../base/rich.ts'
import { label, say } from './fr/typography.ts'
import { platform } from './fr/pages.ts'

/** What only Telegram says. */
export const telegram = {
  /** On the button in the place of the keyboard. */
  sharePosition: label`Partager ma position`,
  /** In the empty field above it. */
  typePlace: label`Code postal ou commune`,
  /** When the message itself has no room for that button. */
  askPosition: say`Vous pouvez aussi partager votre position : elle sert à cette réponse, puis je l’oublie.`,
  /** Takes that button away, just before the answer. */
  positionTaken: say`Je regarde.`,
  /** Under a button pressed in a group, at most 200 characters. */
  wroteInPrivate: label`Je vous ai répondu en privé.`,
  /** In a group, to somebody who never wrote to the bot. */
  closed: say`Ma réponse ne concerne que vous, et je ne peux pas encore vous écrire en privé : ouvrez notre conversation, puis redemandez-moi.`,
  /** Under a picture, which Telegram has no other way to describe. */
  picture: (alt: string): Rich => italic(say`Image : ${alt}`),
  /** The same, where the button brings the answer. */
  waits: say`Ma réponse ne concerne que vous : touchez le bouton, elle vous attend en privé.`,
  openPrivate: label`Ouvrir la conversation`,
  /** Telegram tells the name of a chat, and not that of a topic of it. */
  topicOf: (title: string): string => label`${title} (sujet)`,
  /** Rights, by the names that Telegram's own screens give them. */
  rights: {
    post: 'Publier des messages',
    send: 'Envoyer des messages',
    pin: 'Épingler des messages',
    edit: 'Modifier les messages des autres',
  },
  /** To an administrator who hides behind the group. */
  anonymous: say`Vous écrivez ici au nom du groupe : je ne peux pas savoir qui vous êtes. Redemandez-moi en votre nom, ou en privé.`,
}

/** What Telegram shows before anybody has written, by language; `fr` for all others. */
export const presentations = {
  fr: platform,
  en: {
    description:
      'I am the assistant of the action groups and departmental loops of la France insoumise. I help you find a group and actions near you, and say in one tap whether you come. I keep nothing about you until you answer, and you can erase everything at any time.',
    short: 'Find an action group, see the actions near you, say whether you come.',
  },
}
