import { bold, link, type Rich } from '../../base/rich.ts'
import type { Answer } from '../../domain/actions/model.ts'
import { label, say } from './typography.ts'

const answered: Readonly<Record<Answer, string>> = {
  yes: label`Vous participez.`,
  maybe: label`Vous viendrez peut-être.`,
  no: label`Vous ne pouvez pas venir.`,
}

/** Calendars that other programs read. */
export const calendars = {
  mine: 'Mes actions',
  action: 'Action',
  group: (name: string): string => label`Actions : ${name}`,
  department: (code: string): string => label`Actions du département ${code}`,
  own: (answer: Answer): string => answered[answer],
  waiting: label`Vous êtes sur la liste d’attente.`,
  cancelled: (name: string): string => label`ANNULÉ : ${name}`,
  add: 'Ajouter à mon agenda',
  buttons: {
    mine: 'Mes calendriers',
    renew: 'Changer l’adresse',
    revoke: 'Fermer mon calendrier',
    group: 'Son calendrier',
    department: 'Calendrier du département',
  },
  secret: (address: string): Rich =>
    say`Vos réponses, dans l’agenda de votre téléphone : abonnez-vous à ${link(address, address)}`,
  keep: say`Cette adresse est un secret : qui la connaît voit où vous allez. Si elle a circulé, changez-la ; l’ancienne ne marchera plus.`,
  ofGroup: (name: string, address: string): Rich => say`Les actions de ${link(name, address)}`,
  ofDepartment: (code: string, address: string): Rich =>
    say`Toutes les actions du ${link(label`département ${code}`, address)}`,
  closed: say`C’est fait : votre calendrier est fermé, son adresse ne mène plus nulle part.`,
  none: say`Les calendriers ne sont pas ouverts ici : demandez-les à l’équipe qui s’occupe de moi.`,
  kept: say`${bold('Calendrier')} : une adresse secrète, chiffrée, pour votre agenda.`,
}
