import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Settings, Switch, Trouble } from '../../domain/links/model.ts'
import { weekdays } from './dates.ts'
import { shortGroup } from './names.ts'
import { label, listed, say } from './typography.ts'

const shown = (name: string): string => clip(name, 80)

const switches: Readonly<Record<Switch, string>> = {
  announcements: 'Annonces',
  actions: 'Actions',
  agenda: 'Agenda de la semaine',
  reminders: 'Rappels',
  silent: 'Sans bruit',
  pinned: 'Annonces épinglées',
  published: 'Annonces publiées',
  threads: 'Un fil par action',
}

const arriving: readonly Switch[] = ['announcements', 'actions', 'agenda', 'reminders']

const troubles: Readonly<Record<Trouble, string>> = {
  kicked: 'on m’en a retiré',
  'not-found': 'elle n’existe plus, son sujet est fermé, ou je ne la vois plus',
  forbidden: 'je n’ai plus le droit d’y écrire',
}

export const links = {
  which: say`${bold('Relier cette discussion')}\nÀ quoi la relier ? Ce qui concerne ce groupe ou cette boucle arrivera ici : annonces, actions, agenda de la semaine et rappels. Il faut administrer la discussion ; on peut tout régler ensuite.`,
  whichChannel: (title: string): Rich =>
    say`Vous m’avez ajouté au canal « ${bold(shown(title))} ». À quoi le relier ? J’y publierai les annonces, les actions et l’agenda de la semaine.`,
  already: (place: string): Rich =>
    say`Cette discussion est reliée à « ${bold(shown(place))} ». Vous pouvez en changer ci-dessous.`,
  everywhere: 'Coordination',
  forum: {
    which: (title: string): Rich =>
      say`${bold('Relier cette discussion')}\nC’est un post du forum « ${bold(shown(title))} ». Que relier ? Ce post : tout arrivera ici. Le forum : chaque annonce, chaque action et chaque agenda y sera un post.`,
    post: 'Ce post',
    whole: 'Tout le forum',
    settings: 'Régler le forum',
    already: (title: string, place: string): Rich =>
      say`Le forum « ${shown(title)} » est relié à « ${bold(shown(place))} ».`,
    each: (tag: string | undefined): Rich =>
      tag === undefined
        ? say`Chaque annonce, chaque action et chaque agenda y sera un post, qui porte ses premiers mots.`
        : say`Chaque annonce, chaque action et chaque agenda y sera un post, qui porte ses premiers mots et l’étiquette « ${clip(tag, 40)} ».`,
    cannotClear: (right: string): Rich =>
      say`Si vous retirez une annonce, j’efface son texte et je renomme le post ; avec le droit « ${right} », je supprime le post entier quand personne n’y a répondu.`,
  },
  nothing: say`Pour relier une discussion, il faut animer un groupe ou une boucle avec moi. Qui l’anime déjà peut vous inviter : demandez-lui, puis ouvrez le lien reçu.`,
  inPrivate: say`${bold('Relier une discussion')}\nAjoutez-moi à la discussion avec un bouton ci-dessous, puis écrivez-y /lier. Dans un canal, je vous demanderai ici à quoi le relier ; si j’y suis déjà, retirez-m’en d’abord.`,
  toGroup: 'M’ajouter à un groupe',
  toChannel: 'M’ajouter à un canal',
  linkTo: (place: string): string => shortGroup(place, 40),

  card: (place: string): Rich => say`Cette discussion est maintenant reliée à « ${bold(shown(place))} ».`,
  instead: (place: string): Rich =>
    say`C’est changé : cette discussion est désormais reliée à « ${bold(shown(place))} ».`,
  same: (place: string): Rich => say`Cette discussion était déjà reliée à « ${bold(shown(place))} ».`,
  linked: (title: string, place: string): Rich =>
    say`C’est fait : ce qui concerne « ${shown(place)} » arrivera dans « ${bold(shown(title))} ».`,
  arrives: (settings: Settings): Rich => {
    const what = arriving.filter((each) => settings[each]).map((each) => switches[each].toLowerCase())
    const how = [
      ...(settings.silent ? ['sans bruit'] : []),
      ...(settings.pinned ? ['annonces épinglées'] : []),
      ...(settings.threads ? ['un fil sous chaque action'] : []),
      ...(settings.published ? ['annonces publiées vers les serveurs abonnés'] : []),
      ...(settings.from === settings.to ? [] : [label`entre ${settings.from} h et ${settings.to} h`]),
    ]
    return what.length === 0
      ? say`Rien n’arrive ici pour le moment.`
      : say`Ce qui arrive ici : ${listed(what)}${how.length > 0 ? `, ${how.join(', ')}` : ''}.`
  },
  agendaAt: (settings: Settings): Rich =>
    say`Agenda : le ${weekdays[settings.day - 1] ?? ''} à ${settings.hour} h.`,
  lacks: (names: readonly string[]): Rich =>
    say`Il me manque ici : ${bold(listed(names.map((name) => label`« ${name} »`)))}. Donnez-moi ces droits dans les réglages de la discussion.`,
  lacksIn: (title: string, names: readonly string[]): Rich =>
    say`Vous m’avez ajouté à « ${bold(shown(title))} », mais il m’y manque : ${bold(listed(names.map((name) => label`« ${name} »`)))}. Donnez-moi ces droits dans les réglages de la discussion ; je m’en aperçois tout seul.`,
  echo: (title: string): Rich =>
    say`Le canal et sa discussion sont reliés au même endroit : comme ce qui paraît dans le canal arrive déjà dans « ${bold(shown(title))} », je n’y répète rien.`,
  promise: say`Je ne lis pas la discussion, et je n’y nomme que les personnes qui l’ont choisi.`,
  settings: 'Régler ce lien',
  settingsOf: (title: string, place: string): Rich =>
    say`${bold(shown(title))}, reliée à « ${shown(place)} »`,
  on: (of: Switch): string => label`✓ ${switches[of]}`,
  off: (of: Switch): string => label`✗ ${switches[of]}`,
  agendaDay: (day: number): string => label`Agenda : ${weekdays[day - 1] ?? ''}`,
  agendaHour: (hour: number): string => label`à ${hour} h`,
  hours: ({ from, to }: Settings): string => (from === to ? 'À toute heure' : label`De ${from} h à ${to} h`),
  unlink: 'Délier',
  unlinked: (title: string): Rich =>
    say`C’est fait : « ${shown(title)} » n’est plus reliée. Rien n’y arrivera plus de ma part.`,
  mine: 'Discussions reliées',
  ofPlace: (place: string): Rich => bold(label`Discussions reliées : ${shown(place)}`),
  none: say`Aucune discussion n’est reliée. Écrivez /lier dans une discussion où je suis.`,
  line: (title: string, trouble: Trouble | undefined): Rich =>
    trouble === undefined ? say`• ${shown(title)}` : say`• ${shown(title)} : en panne, ${troubles[trouble]}`,
  trouble: (title: string, place: string, why: Trouble): Rich =>
    say`La discussion « ${bold(shown(title))} », reliée à « ${shown(place)} », ne reçoit plus rien : ${troubles[why]}. Quand c’est réparé, écrivez-y /lier.`,
  unpinned: (title: string): Rich =>
    say`Mon annonce est arrivée dans « ${bold(shown(title))} », mais je n’ai pas pu l’épingler : il m’y manque le droit « Épingler des messages » (dans un canal Telegram, « Modifier les messages des autres »). J’y ai coupé « ${switches.pinned} » ; quand vous m’aurez donné ce droit, rallumez-le.`,
  unthreaded: (title: string): Rich =>
    say`L’action est annoncée dans « ${bold(shown(title))} », mais je n’ai pas pu ouvrir de fil dessous : il m’y manque le droit « Créer des fils publics ». J’y ai coupé « ${switches.threads} » ; quand vous m’aurez donné ce droit, rallumez-le.`,
  eventless: (title: string): Rich =>
    say`Je n’ai pas pu inscrire une action aux événements du serveur de « ${bold(shown(title))} » : il m’y manque le droit « Gérer les événements ». J’ai désactivé cette option ; quand vous m’aurez donné ce droit, réactivez-la.`,
  because: say`Je vous l’écris parce que vous animez ce qui y est relié.`,
}
