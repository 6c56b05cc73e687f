import { bold, type Rich } from '../../base/rich.ts'
import { platformName } from './platforms.ts'
import { label, plural, say } from './typography.ts'

export const settings = {
  heading: bold('Vos réglages'),
  name: (name: string): Rich =>
    say`Les organisateur·ices des actions auxquelles vous répondez vous voient sous le nom « ${bold(name)} ».`,
  noName: say`Je ne garde aucun nom pour vous. Si vous dites que vous venez, les organisateur·ices verront celui de votre compte, sauf si vous en choisissez un autre ici.`,
  hidden: say`Dans les discussions de groupe, votre nom n’apparaît pas.`,
  open: say`Dans les discussions de groupe, votre nom apparaît sur la carte des actions où vous venez : toutes les personnes qui y sont le voient.`,
  inPrivate: say`Vos réglages ne concernent que vous : touchez le bouton, ils s’ouvrent en privé.`,
  openPrivate: 'Ouvrir mes réglages',
  show: 'Montrer mon nom dans les groupes',
  hide: 'Cacher mon nom dans les groupes',
  change: 'Changer de nom',
  choose: 'Choisir un nom',
  forget: 'Oublier mon nom',
  myData: 'Mes données',
  /** Where whoever closed their private messages is not heard of when they open them again. */
  closed: say`Je n’arrive pas à vous écrire en privé : ni rappels ni changements ne vous parviennent. Autorisez les messages privés des membres de ce serveur, puis touchez le bouton « Réessayer en privé ».`,
  reach: 'Réessayer en privé',
  reaching: say`Je vous écris en privé à l’instant. Si rien n’arrive, vos messages privés sont encore fermés.`,
  reachingSoon: say`Je viens d’essayer : recommencez dans une minute.`,
  reached: say`Me voici : vos rappels, et ce qui change, arriveront ici.`,
  form: {
    title: 'Votre nom',
    label: 'Nom que verront les organisateur·ices',
    hint: 'Votre prénom, un surnom… comme vous voulez',
  },
  renamed: (name: string): Rich =>
    say`C’est noté : les organisateur·ices vous verront sous le nom « ${bold(name)} ».`,
  forgotten: say`C’est fait : j’ai oublié votre nom. À votre prochain « Je participe », je reprendrai celui de votre compte, sauf si vous en choisissez un autre.`,
}

export const privacy = {
  /** What is kept and why; how; where to read and erase it. */
  notice: say`Je garde votre compte, vos groupes, vos réponses et, si vous venez à une action, votre nom : de quoi vous reconnaître et dire aux organisateur·ices qui vient. Compte et nom sont chiffrés. /mesdonnees vous montre tout, /effacer efface tout.`,
  /** The same, under a button: together with what was answered, 200 characters at most. */
  brief: say`Je garde votre compte et vos réponses ; /effacer efface tout.`,

  heading: bold('Ce que je garde sur vous'),
  nothing: say`Je ne garde rien sur vous : vous n’avez ni répondu à une action, ni rejoint de groupe.`,
  /** Whoever runs the bot reads here what to write into OPERATORS. */
  passing: (account: { readonly platform: string; readonly key: string }): Rich =>
    say`Le compte qui m’écrit, ${accountList([account])}, me sert à vous répondre : il n’est pas gardé.`,
  since: (day: string): Rich => say`Je vous connais depuis le ${day}.`,
  name: (name: string): Rich =>
    say`${bold('Nom')} : « ${name} », chiffré, montré seulement aux organisateur·ices des actions où vous venez.`,
  openName: (name: string): Rich =>
    say`${bold('Nom')} : « ${name} », chiffré, montré aux organisateur·ices des actions où vous venez et, comme vous l’avez choisi, dans les discussions de groupe.`,
  noName: say`${bold('Nom')} : aucun.`,
  accounts: (accounts: readonly { readonly platform: string; readonly key: string }[]): Rich =>
    plural(
      accounts.length,
      say`${bold('Compte')}, chiffré, pour vous reconnaître : ${accountList(accounts)}`,
      say`${bold('Comptes')}, chiffrés, pour vous reconnaître : ${accountList(accounts)}`,
    ),
  groups: (count: number): Rich =>
    count === 0
      ? say`${bold('Groupes')} : aucun.`
      : say`${bold(label`Groupes (${count})`)}, pour vous montrer leurs actions :`,
  answers: (count: number): Rich =>
    count === 0
      ? say`${bold('Réponses')} : aucune.`
      : say`${bold(label`Réponses (${count})`)}, pour que l’on sache qui vient, oubliées deux mois après l’action :`,
  item: (of: string | Rich, when?: string): Rich =>
    when === undefined ? say`• ${of}` : say`• ${of}, ${when}`,
  askedBy: (name: string): Rich => say`• ${name} (vous voulez qu’on vous demande si vous venez)`,
  /** Where nothing is kept. */
  neverAny: say`Je ne garde jamais ni vos messages, ni votre position, ni votre numéro de téléphone, ni votre adresse.`,
  never: say`En dehors de cela, je ne garde ni vos messages, ni votre position, ni votre numéro de téléphone, ni votre adresse.`,

  erase: 'Tout effacer',
  keep: 'Ne rien effacer',
  confirm: say`Voulez-vous vraiment effacer tout ce que je garde sur vous : votre nom, vos comptes, vos groupes, vos réponses, vos rôles ? C’est immédiat et définitif : les organisateur·ices ne sauront plus que vous venez.`,
  plansStay: say`Les actions dont vous vous occupez restent planifiées, sans vous. Pour que quelqu’un les suive, passez d’abord la main avec /gerer.`,
  erased: say`C’est fait : je n’ai plus rien sur vous. Vous pouvez revenir quand vous voulez, avec /start.`,
  kept: say`D’accord, rien n’est effacé.`,
}

const accountList = (accounts: readonly { readonly platform: string; readonly key: string }[]): string =>
  accounts.map(({ platform, key }) => label`${platformName(platform)} (identifiant ${key})`).join(', ')
