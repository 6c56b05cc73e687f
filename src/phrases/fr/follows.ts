import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Followed } from '../../domain/follows/model.ts'
import { label, plural, say } from './typography.ts'

/** What an address says of the calendar behind it. */
const kind = (path: string): string => {
  if (path.startsWith('/groupes/')) return 'Les actions d’un groupe'
  if (path.startsWith('/evenements/sous-types/')) return 'Un type d’actions'
  return path.startsWith('/evenements/') ? 'Une action' : 'Un agenda'
}

const comingWords = (count: number): string =>
  count === 0
    ? label`rien à venir`
    : plural(count, label`${count} action à venir`, label`${count} actions à venir`)

/** Public calendars of Action Populaire that a group follows. */
export const follows = {
  of: (group: string): Rich => bold(label`Agendas suivis par ${clip(group, 80)}`),
  none: say`Aucun pour le moment. Copiez l’adresse d’un groupe, d’un agenda ou d’une action sur Action Populaire : ce qu’on y annonce sera aussi dans le programme de votre groupe.`,
  promise: say`Je regarde tous les quarts d’heure environ, et je ne garde que les actions publiques : ni leurs contacts, ni les vôtres.`,
  line: (rank: number, path: string): Rich => say`${rank}. ${bold(kind(path))} : ${clip(path, 110)}`,
  state: (state: Followed['state'], read: string | undefined, coming: number): Rich => {
    switch (state) {
      case 'new':
        return say`Je vais le lire dans la minute.`
      case 'read':
        return say`${comingWords(coming)}, lu ${read ?? ''}.`
      case 'gone':
        return say`Il n’est plus public, ou n’existe plus. Les actions déjà connues restent ; je regarde encore de temps en temps.`
      case 'silent':
        return say`Je n’ai pas pu le lire la dernière fois. Rien n’est changé ; j’essaie de nouveau bientôt.`
    }
  },
  skipped: (count: number): Rich =>
    say`${plural(count, label`${count} entrée illisible, laissée de côté`, label`${count} entrées illisibles, laissées de côté`)}.`,
  added: (was: 'added' | 'already'): Rich =>
    was === 'added'
      ? say`C’est fait : ce qu’annonce cet agenda arrivera dans le programme du groupe.`
      : say`Le groupe suit déjà cet agenda.`,
  left: say`C’est fait : le groupe ne suit plus cet agenda.`,
  which: say`Pour quel groupe ?`,
  forAnimators: say`Pour suivre un agenda, il faut animer un groupe ou une boucle avec moi. Qui l’anime déjà peut vous inviter : demandez-lui, puis ouvrez le lien reçu.`,
  noSource: say`Ici, je ne suis pas relié à Action Populaire : il n’y a pas d’agenda à suivre.`,
  settings: 'Agendas suivis',
  buttons: {
    add: 'Suivre un agenda',
    leave: (rank: number): string => label`Ne plus suivre le ${rank}`,
  },
  form: {
    title: 'Suivre un agenda',
    address: 'Adresse',
    hint: 'https://actionpopulaire.fr/groupes/…',
  },
}
