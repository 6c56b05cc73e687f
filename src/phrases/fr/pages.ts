import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import { label, say } from './typography.ts'

export const welcome = {
  hello: say`Bonjour ! Je vous aide à trouver un groupe d’action et des actions près de chez vous, et à dire en un geste si vous venez.`,
  begin: say`Écrivez-moi un code postal, une commune ou un département, ou choisissez ci-dessous. Je ne garde rien sur vous tant que vous n’avez pas répondu à une action ou rejoint un groupe.`,
  beginHere: say`Choisissez ci-dessous. Je ne garde rien sur vous tant que vous n’avez pas répondu à une action ou rejoint un groupe.`,
  expired: say`Ce lien ne mène plus nulle part : l’action ou le groupe a peut-être été retiré. Voici ce que vous pouvez faire.`,
  /** In a chat of many. */
  added: say`Bonjour ! Je suis l’assistant des groupes d’action et des boucles départementales. Ici, /actions et /groupes montrent ce qui se passe près d’un lieu (/actions Montreuil samedi) ; chacun·e répond aux cartes d’un simple bouton, et seuls s’affichent les noms des personnes qui l’ont choisi.`,
  addedNext: say`Je ne lis pas vos conversations, seulement les commandes. Vous animez un groupe ? Écrivez-moi en privé.`,
  inPrivate: 'M’écrire en privé',
}

export const help = {
  heading: bold('Ce que je sais faire'),
  line: (name: string, what: string): Rich => say`/${name} : ${what}`,
  animators: bold('Avec vos rôles'),
  typing: say`En privé, un simple code postal ou le nom d’une commune suffit. Pour préciser : /actions Montreuil samedi tracts`,
  /** In a chat of many where nobody can be answered alone. */
  together: say`Je ne lis pas vos conversations. Ce qui ne concerne que vous, je vous le dis en privé.`,
  settings: 'Réglages',
  help: 'Aide',
}

export const occasions = {
  noPlace: (asked: string): Rich =>
    say`Je ne suis qu’un petit robot : je comprends les lieux, les boutons et les commandes, mais pas « ${clip(asked.replaceAll(/\s+/g, ' ').trim(), 60)} ».`,
  noPlaceNext: say`Écrivez-moi un code postal, une commune ou un département, ou choisissez ci-dessous.`,
  here: (where: string): Rich => say`${where} : voici ce que je connais.`,
  inDepartment: (within: string): Rich => say`Voici ce que je connais ${within}.`,
  stop: say`C’est vous qui décidez. « Rappels et silence » règle ou arrête mes rappels ; « Tout effacer » retire tout ce que je garde sur vous, et je ne vous écris plus.`,
  thanks: say`Avec plaisir ! Que puis-je faire d’autre ?`,
  other: say`Je ne sais lire que du texte : pas d’image, de message vocal ni d’autocollant. Écrivez-moi un code postal ou le nom d’une commune, ou choisissez ci-dessous.`,
  unknownCommand: (name: string): Rich =>
    say`Je ne connais pas la commande /${clip(name, 40)}. Voici celles que je connais :`,
  staleButton: say`Ce bouton ne marche plus : il date d’avant une mise à jour. Repartez d’ici, ou d’une commande comme /actions.`,
}

/** What the platforms show before anybody has written. */
export const platform = {
  /** At most 512 characters. */
  description: label`Je suis l’assistant des groupes d’action et des boucles départementales de la France insoumise. Je vous aide à trouver un groupe et des actions près de chez vous, et à dire en un geste si vous venez. Je ne garde rien sur vous tant que vous n’avez pas répondu, et vous pouvez tout effacer à tout moment.`,
  /** At most 120 characters. */
  short: label`Trouver un groupe d’action, voir les actions près de chez vous, dire si vous venez.`,
}

export const whenSuggestions: readonly string[] = [
  'aujourd’hui',
  'demain',
  'ce week-end',
  'cette semaine',
  'la semaine prochaine',
  'ce mois-ci',
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
]
