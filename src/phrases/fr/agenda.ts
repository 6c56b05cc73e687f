import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Answer } from '../../domain/actions/model.ts'
import { label, listed, plural, say } from './typography.ts'

const answered: Readonly<Record<Answer, string>> = {
  yes: 'vous participez',
  maybe: 'peut-être',
  no: 'vous ne pouvez pas',
}

export const agenda = {
  heading: bold('Votre agenda'),
  empty: say`Vous n’avez répondu à aucune action à venir.`,
  emptyNext: say`Trouvez-en une avec /actions, puis dites si vous venez : elle apparaîtra ici.`,
  line: (name: string, answer: Answer | undefined): Rich =>
    answer === undefined ? bold(clip(name, 90)) : say`${bold(clip(name, 90))} : ${answered[answer]}`,
  cancelledLine: (name: string): Rich => say`${bold(clip(name, 90))} : ANNULÉE, ne vous déplacez pas`,
  withdrawnLine: (name: string): Rich =>
    say`${bold(clip(name, 90))} : retirée d’Action Populaire, peut-être annulée`,
  groups: (names: readonly string[], others: number): Rich => {
    const all =
      others > 0 ? [...names, plural(others, label`${others} autre`, label`${others} autres`)] : names
    return plural(
      names.length + others,
      say`Votre groupe : ${listed(all)}.`,
      say`Vos groupes : ${listed(all)}.`,
    )
  },
  /** They have a role there, and did not join any. */
  looksAfter: (names: readonly string[], others: number): Rich =>
    say`Vous vous occupez de ${listed(others > 0 ? [...names, plural(others, label`${others} autre`, label`${others} autres`)] : names)} : les actions sont dans /gerer.`,
  noGroups: say`Vous n’avez pas encore rejoint de groupe : /groupes vous aide à en trouver un.`,
  mine: 'Mon agenda',
  myGroups: 'Mes groupes',
  noMore: say`Il n’y a rien d’autre dans votre agenda.`,
}
