import { bold, type Rich } from '../../base/rich.ts'
import type { Zone } from '../../base/zones.ts'
import type { Lead } from '../../domain/reminders/model.ts'
import { hourOf } from './zones.ts'
import { platformName } from './platforms.ts'
import { label, listed, say } from './typography.ts'

const lead = (of: Lead): string => {
  if (of === 'eve') return label`La veille à 18 h`
  if (of >= 24 * 60) return label`${of / 24 / 60} jour avant`
  return of >= 60 ? label`${of / 60} h avant` : label`${of} min avant`
}

/** Inside a sentence. */
const said = (of: readonly string[]): string => listed(of.map((each) => each.replace(/^La /u, 'la ')))

const clock = (minutes: number): string => label`${Math.floor(minutes / 60)} h`

/** How somebody wants to be reminded. */
export const reminders = {
  heading: bold('Vos rappels'),
  lead,
  chosen: (words: string): string => label`✓ ${words}`,
  none: say`Vous ne recevez aucun rappel. Un changement ou une annulation vous est toujours dit.`,
  some: (of: readonly string[]): Rich => say`Je vous rappelle vos actions ${said(of)}.`,
  ownHeading: (name: string): Rich => say`Vos rappels pour ${bold(name)}`,
  ownNone: say`Je ne vous rappelle pas cette action.`,
  ownSome: (of: readonly string[]): Rich => say`Je vous la rappelle ${said(of)}.`,
  ownLate: (of: readonly string[]): Rich =>
    say`Pour cette fois, il est trop tard pour un rappel ${said(of)}.`,
  asOthers: say`Comme pour vos autres actions. Touchez un délai pour que ce soit différent ici.`,
  otherwise: say`Ces délais valent pour cette action seulement.`,
  onceAnswered: say`Je vous la rappellerai si vous dites que vous venez.`,
  quiet: (from: number, to: number): Rich =>
    from === to
      ? say`Je peux vous écrire à toute heure.`
      : say`Silence de ${clock(from)} à ${clock(to)}, sauf annulation ou changement d’heure moins de 12 h avant.`,
  clocks: (zone: Zone | undefined): Rich =>
    zone === undefined
      ? say`Ces heures sont celles du lieu de chaque action.`
      : say`Ces heures sont les vôtres : ${hourOf(zone)}.`,
  zone: (zone: Zone | undefined): string => (zone === undefined ? 'Lieu de l’action' : hourOf(zone)),
  whichZone: say`Votre silence suit l’heure de quel endroit ?`,
  digest: say`Vos rappels d’un même moment arrivent en un seul message.`,
  oneByOne: say`Chaque rappel arrive dans son propre message.`,
  platform: (name: string): Rich => say`Je vous écris de préférence sur ${name}.`,
  platforms: (name: string): string => platformName(name),
  muted: (names: readonly string[]): Rich => say`Sans rappel des groupes : ${names.join(', ')}.`,
  kept: (of: readonly string[]): Rich =>
    of.length === 0
      ? say`${bold('Rappels')} : aucun, comme vous l’avez demandé.`
      : say`${bold('Rappels')}, comme vous les avez choisis : ${said(of)}.`,
  keptOwn: (count: number): Rich =>
    say`${bold(label`Actions rappelées autrement (${count})`)}, comme vous l’avez choisi.`,
  keptMuted: (count: number): Rich => say`${bold(label`Groupes sans rappel (${count})`)}.`,
  buttons: {
    open: 'Rappels et silence',
    own: 'Autrement pour cette action',
    ofAction: 'Mes rappels',
    asUsual: 'Comme mes autres actions',
    quiet: (from: number, to: number): string =>
      from === to ? 'Plus de silence' : label`Silence plutôt de ${clock(from)} à ${clock(to)}`,
    nothing: 'Aucun rappel',
    zones: 'Heure de chez moi',
    digest: 'Rappels en un message',
    oneByOne: 'Un message par rappel',
    mute: (name: string): string => label`Ne plus rappeler : ${name}`,
    unmute: (name: string): string => label`Rappeler à nouveau : ${name}`,
    on: (platform: string): string => label`M’écrire sur ${platform}`,
    back: '‹ Réglages',
  },
}
