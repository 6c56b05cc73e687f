import { actions } from './fr/actions.ts'
import { answers } from './fr/answers.ts'
import { agenda } from './fr/agenda.ts'
import { broadcasts } from './fr/broadcasts.ts'
import { calendars } from './fr/calendars.ts'
import { dates } from './fr/dates.ts'
import { composing } from './fr/composing.ts'
import { polls } from './fr/polls.ts'
import { dialogue, engine, refusals } from './fr/engine.ts'
import { follows } from './fr/follows.ts'
import { groups } from './fr/groups.ts'
import { links } from './fr/links.ts'
import { needs } from './fr/needs.ts'
import { announcements } from './fr/announcements.ts'
import { notices } from './fr/notices.ts'
import { help, occasions, platform, welcome, whenSuggestions } from './fr/pages.ts'
import { pairing } from './fr/pairing.ts'
import { outcomes } from './fr/outcomes.ts'
import { places } from './fr/places.ts'
import { proposals } from './fr/proposals.ts'
import { rides } from './fr/rides.ts'
import { rights } from './fr/rights.ts'
import { reminders } from './fr/reminders.ts'
import { managing } from './fr/managing.ts'
import { planning } from './fr/planning.ts'
import { privacy, settings } from './fr/settings.ts'
import { team } from './fr/team.ts'
import { weeks } from './fr/weeks.ts'
import { menus } from './menu.ts'

/** Every sentence in French, by subject; each in a file of its own. */
export const fr = {
  menu: menus.fr,
  dates,
  places,
  planning,
  managing,
  proposals,
  needs,
  rides,
  groups,
  actions,
  answers,
  calendars,
  agenda,
  weeks,
  broadcasts,
  notices,
  outcomes,
  reminders,
  rights,
  announcements,
  composing,
  polls,
  links,
  follows,
  team,
  settings,
  pairing,
  privacy,
  welcome,
  help,
  occasions,
  platform,
  dialogue,
  engine,
  refusals,
  whenSuggestions,
}
