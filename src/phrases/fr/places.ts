import { lines, paragraphs, rich, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Area, Commune, Department } from '../../domain/territory/model.ts'
import { either, label, say } from './typography.ts'

/** Overseas collectivities and constituencies abroad are no departments. */
const isDepartment = (code: string): boolean => !/^(?:99-|97[578]|98)/.test(code)

/** `Montreuil (93)`, `Nord (59), tout le département` */
const areaName = (area: Commune | Department): string => {
  switch (area.is) {
    case 'commune':
      return area.formerly === undefined
        ? label`${area.name} (${area.department})`
        : label`${area.name} (${area.department}), anciennement ${area.formerly}`
    case 'department':
      return isDepartment(area.code) ? label`${area.name} (${area.code}), tout le département` : area.name
  }
}

/** `Montreuil (93) et ses environs`, `dans le Nord`, `autour de vous` */
const around = (area: Area): string => {
  switch (area.is) {
    case 'commune':
      return label`${areaName(area)} et ses environs`
    case 'department':
      return area.within
    case 'spot':
      return 'autour de vous'
  }
}

const roughly = 5_000

/** Never more precise than what is known: to the kilometre, or to five when a position is only drawn from its neighbours'. */
const distance = (metres: number, about: boolean): string => {
  if (about)
    return metres < roughly
      ? label`à moins de ${5} km`
      : label`à environ ${Math.round(metres / roughly) * 5} km`
  return metres < 1_000 ? label`à moins de ${1} km` : label`à ${Math.round(metres / 1_000)} km`
}

export const places = {
  areaName,
  around,
  distance,
  /** Under a button, where there is little room. */
  short: (area: Commune | Department): string =>
    area.is === 'commune' ? label`${area.name} (${area.department})` : areaName(area),
  allOf: (commune: Commune): string => label`Tout voir : ${commune.name}`,
  choose: 'Choisir un lieu',
  elsewhere: 'Chercher ailleurs',
  earlier: '‹ Précédents',
  later: 'Suivants ›',
  form: {
    title: label`Où cherchez-vous ?`,
    label: 'Lieu',
    hint: 'Un code postal, une commune ou un département',
  },
  ask: say`Où cherchez-vous ? Écrivez-moi un code postal, une commune ou un département.`,
  askForm: say`Où cherchez-vous ? Choisissez un code postal, une commune ou un département.`,
  askPosition: say`Où cherchez-vous ? Écrivez-moi un code postal, une commune ou un département, ou partagez votre position avec le bouton ci-dessous : elle sert à cette réponse, puis je l’oublie.`,
  askPositionToo: say`Pour chercher ailleurs, écrivez-moi un code postal, une commune ou un département, ou partagez votre position avec le bouton ci-dessous : elle sert à cette réponse, puis je l’oublie.`,
  positionUsed: say`Merci ! Votre position a servi à chercher autour de vous, et je l’ai déjà oubliée.`,
  /** `cut`: not all of them are named. */
  several: (asked: string, count: number, names: readonly string[], cut: boolean): Rich =>
    paragraphs(
      say`« ${clip(asked, 60)} » peut désigner ${count} lieux. Lequel cherchez-vous ?`,
      lines(...names.map((name) => rich`• ${name}`)),
      cut ? say`Il y en a d’autres : ajoutez le code postal ou le département pour préciser.` : undefined,
    ),
  none: (asked: string, proposals: readonly string[]): Rich =>
    paragraphs(
      say`Je ne trouve pas de lieu qui s’appelle « ${clip(asked, 60)} ».`,
      proposals.length === 0
        ? say`Essayez un code postal (59000), le nom d’une commune (Montreuil) ou un département (93, La Réunion).`
        : say`Vouliez-vous dire ${either(proposals)} ?`,
    ),
  gone: say`Ce lieu n’existe plus dans ma carte de France. Cherchez-le à nouveau par son nom ou son code postal.`,
}
