import { bold, italic, lines, paragraphs, plain, shortened, type Rich } from '../base/rich.ts'
import { length } from '../base/text.ts'
import type { Announcement, Forecast } from '../domain/announcements/model.ts'
import { firstWords } from '../domain/announcements/title.ts'
import type { Looks, Message } from '../chat/index.ts'
import { forThemAlone, type Here } from './here.ts'
import { previewButtons, previewMessage, type Shown } from './preview.ts'

/** Other platforms that something is meant for, or where whoever speaks has an account. */
export const otherPlatforms = async (
  { services, elsewhere }: Here,
  { chats }: Forecast,
): Promise<readonly string[]> => {
  const kept = await services.people.kept()
  const theirs = (kept?.accounts ?? []).map(({ platform }) => platform)
  return [...elsewhere.keys()].filter((on) => (chats[on] ?? 0) > 0 || theirs.includes(on))
}

/** As the platform counts it. */
const sizeOf = (text: Rich, { addresses }: Looks): number =>
  length(plain(text)) +
  (addresses ? text.reduce((all, { link }) => all + (link === undefined ? 0 : link.length + 6), 0) : 0)

/** What will look otherwise there, in words. */
const differences = ({ t }: Here, shown: Shown, looks: Looks, cut: boolean): Rich => {
  const words = t.composing.looks
  const { announcement, joined } = shown
  const { picture } = announcement
  const buttons = previewButtons(t, shown)
  return lines(
    picture && words.picture[looks.picture],
    picture && words.description[looks.description],
    cut ? words.cut(picture ? looks.mostBeside : looks.most) : words.whole,
    joined && words.clock[looks.ownClock ? 'own' : 'place'],
    buttons.length > 0 ? words.buttons(buttons) : undefined,
    looks.posts ? words.post(firstWords(announcement.text)) : undefined,
  )
}

/** A draft as that other platform shows it, as closely as this one can: for those who have no account there. */
export const previewThere = async (
  here: Here,
  announcement: Announcement,
  on: string,
  looks: Looks,
): Promise<readonly Message[]> => {
  const { t, services, now } = here
  const joined = announcement.action && (await services.actions.found(announcement.action))
  const words = await services.announcements.shown(announcement)
  const shown: Shown = { announcement, words, now, ...(joined && { joined }) }
  const { text, keeps } = previewMessage(t, shown)
  const most = keeps ? looks.mostBeside : looks.most
  const under = keeps && looks.description === 'under' ? italic(t.composing.looks.alt(keeps.alt)) : undefined
  const whole = paragraphs(text, under)
  const size = sizeOf(whole, looks)
  const said: Message = { text: size > most ? shortened(whole, most - (size - length(plain(whole)))) : whole }
  const drawn: readonly Message[] = keeps ? [{ text: [], keeps }] : []
  return [
    {
      text: paragraphs(
        bold(t.composing.previewOn(on)),
        t.composing.looks.heading(on),
        differences(here, shown, looks, size > most),
      ),
    },
    ...(looks.picture === 'above' ? [...drawn, said] : [said, ...drawn]),
  ].map((message) => forThemAlone(here, message))
}
