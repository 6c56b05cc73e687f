import { lines, paragraphs, type Rich } from '../base/rich.ts'
import type { Button, Message } from '../chat/index.ts'
import type { MenuName } from '../phrases/menu.ts'
import { forThemAlone, ownIn, type Here } from './here.ts'
import { listActions, listGroups, showAgenda, showHelp, showSettings } from './presses.ts'

/** Where one goes from anywhere. */
const ways = (here: Here): readonly (readonly Button[])[] => {
  const { t } = here
  return [
    [
      listGroups.button(t.groups.find, {}, 'primary'),
      listActions.button(t.actions.see, ownIn(here, true), 'primary'),
    ],
    [
      showAgenda.button(t.agenda.mine, {}),
      showSettings.button(t.help.settings, {}),
      showHelp.button(t.help.help, {}),
    ],
  ]
}

/** Something was said; here is where one can go from there. */
export const waysPage = (here: Here, ...said: readonly Rich[]): Message =>
  forThemAlone(here, { text: paragraphs(...said), rows: ways(here) })

/** A chat of many where nobody can be answered alone. */
const isAloud = ({ can, place }: Here): boolean => place.kind !== 'private' && !can.asides

export const welcomePage = (here: Here): Message => {
  if (isAloud(here)) return { ...addedPage(here), quiet: true }
  return waysPage(
    here,
    here.t.welcome.hello,
    here.place.kind === 'private' ? here.t.welcome.begin : here.t.welcome.beginHere,
  )
}

/** In the order in which one needs them. */
const everyone: readonly MenuName[] = [
  'groupes',
  'actions',
  'agenda',
  'besoins',
  'reglages',
  'jumeler',
  'mesdonnees',
  'effacer',
  'annuler',
]

/** For those who have a role. */
const animators: readonly MenuName[] = [
  'nouvelle',
  'dates',
  'gerer',
  'annonce',
  'suivi',
  'lier',
  'flux',
  'equipe',
  'bilan',
  'journal',
]

/** Those of use in a chat of many. */
const together: readonly MenuName[] = ['actions', 'groupes', 'agenda', 'reglages']

const commandLines = ({ t }: Here, names: readonly MenuName[]): Rich =>
  lines(...names.map((name) => t.help.line(name, t.menu[name].description)))

export const helpPage = async (here: Here, ...said: readonly Rich[]): Promise<Message> => {
  const { t, services } = here
  if (isAloud(here))
    return {
      text: paragraphs(
        ...(said.length > 0 ? said : [t.help.heading]),
        commandLines(here, together),
        t.help.together,
      ),
      rows: [[{ label: t.welcome.inPrivate, start: 'aide' }]],
      quiet: true,
    }
  const animates = (await services.rights.mine()).length > 0
  return waysPage(
    here,
    ...(said.length > 0 ? said : [t.help.heading]),
    commandLines(here, everyone),
    ...(animates ? [t.help.animators, commandLines(here, animators)] : []),
    t.help.typing,
  )
}

/** In a chat of many, when the bot arrives. */
export const addedPage = ({ t }: Here): Message => ({
  text: paragraphs(t.welcome.added, t.welcome.addedNext),
  rows: [[{ label: t.welcome.inPrivate, start: 'bonjour' }]],
})
