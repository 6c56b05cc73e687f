import { bold, lines, type Rich } from '../../base/rich.ts'
import type { Forecast } from '../../domain/announcements/model.ts'
import { composing } from './composing.ts'
import { platformName } from './platforms.ts'
import { label, listed, plural, say } from './typography.ts'

/** « 3 discussions » */
export const chats = (count: number): string =>
  plural(count, label`${count} discussion`, label`${count} discussions`)

const lasting = (seconds: number): string =>
  seconds < 60
    ? 'moins d’une minute'
    : plural(Math.ceil(seconds / 60), 'une minute', label`${Math.ceil(seconds / 60)} minutes`)

/** Two figures are as much as is known. */
const roundly = (people: number): string => {
  const step = 10 ** Math.max(0, String(people).length - 2)
  return (Math.round(people / step) * step).toLocaleString('fr-FR')
}

const crowd = (people: number, uncounted: number, total: number): string => {
  if (uncounted === total)
    return plural(
      total,
      'Je ne sais pas encore combien de personnes elle réunit.',
      'Je ne sais pas encore combien de personnes elles réunissent.',
    )
  const about = plural(
    people,
    label`Environ ${roundly(people)} personne`,
    label`Environ ${roundly(people)} personnes`,
  )
  return uncounted === 0
    ? label`${about}${plural(total, ' dans cette discussion.', ' en tout dans ces discussions.')}`
    : label`${about} en tout, sans compter ${chats(uncounted)} dont je ne connais pas la taille.`
}

const some = (count: number, words: string): string | undefined => (count > 0 ? words : undefined)

/** What would happen if it left now. */
export const forecast = ({
  chats: by,
  sent,
  waiting,
  later,
  muted,
  troubled,
  unlinked,
  members,
  people,
  uncounted,
  privateOnly,
  seconds,
}: Forecast): Rich => {
  const total = sent + waiting + later
  const where = Object.entries(by)
    .toSorted(([one], [other]) => other.localeCompare(one))
    .map(([platform, count]) => label`${count} sur ${platformName(platform)}`)
  return lines(
    total === 0 && members > 0
      ? say`${bold('Aucune discussion')}, en ${lasting(seconds)}.`
      : total === 0
        ? privateOnly
          ? say`${bold('Personne')} ne la recevrait : aucun membre n’a demandé les annonces en privé. Choisissez aussi les discussions.`
          : say`${bold('Aucune discussion')} ne la recevrait : reliez-en une avec /lier.`
        : say`${bold(chats(total))} (${listed(where)}), en ${lasting(seconds)}.`,
    total === 0 ? undefined : crowd(people, uncounted, total),
    some(members, composing.members(members)),
    some(waiting, label`${chats(waiting)} : le groupe décide d’abord.`),
    some(later, label`${chats(later)} : plus tard, aux heures choisies.`),
    some(muted, label`${chats(muted)} : pas d’annonces, c’est leur choix.`),
    some(troubled, label`${chats(troubled)} : en panne, rien n’y arrive.`),
    some(
      unlinked,
      plural(
        unlinked,
        label`${unlinked} groupe n’a pas de discussion reliée.`,
        label`${unlinked} groupes n’ont pas de discussion reliée.`,
      ),
    ),
  )
}
