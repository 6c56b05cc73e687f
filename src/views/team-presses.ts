import type { GroupId, PersonId } from '../base/ids.ts'
import { grantedRoles, type GrantedRole } from '../domain/rights/model.ts'
import { form, id, optional, press, whole, words, type Field } from '../chat/index.ts'
import { placeField } from './fields.ts'

/** One letter: a button that names a person and a place has no room for more. */
const letters: Readonly<Record<GrantedRole, string>> = {
  coordination: 'c',
  'loop-animator': 'l',
  animator: 'a',
  manager: 'm',
}

const role: Field<GrantedRole> & { readonly required: true } = {
  required: true,
  read: (text) => grantedRoles.find((each) => letters[each] === text),
  write: (of) => letters[of],
}

/** A group or loop; none: everywhere. */
const place = optional(id<GroupId>())
const person = id<PersonId>()

export const showTeams = press('teams', {})
/** The loop and the groups of an area. */
export const listTeams = press('teams-in', { area: words(), skip: optional(whole()) })
export const showTeam = press('team', { place })
export const invite = press('invite', { role, place })
export const accept = press('accept', { code: words({ most: 12 }) })
export const pickOut = press('outs', { place })
export const askOut = press('out', { role, person, place })
export const takeOut = press('out-yes', { role, person, place })
export const askQuit = press('quit', { role, place })
export const quit = press('quit-yes', { role, place })
export const showJournal = press('journal', { place, skip: optional(whole()) })

export const teamPlaceForm = form('team-at', {
  carried: {},
  asked: { lieu: placeField },
  words: (t) => ({
    title: t.team.form.title,
    questions: { lieu: { label: t.team.form.label, hint: t.places.form.hint } },
  }),
})
