import type { GroupId, LinkId } from '../base/ids.ts'
import { switches } from '../domain/links/model.ts'
import { choice, id, optional, press, words } from '../chat/index.ts'

const link = id<LinkId>()

/** `group`: none is everywhere. `chat`: the key of another place than the one where it is pressed. */
export const makeLink = press('link', { group: optional(id<GroupId>()), chat: optional(words()) })
/** To what, now that it is said whether a post or its forum is meant; `chat` as above. */
export const linkPart = press('link-in', { chat: optional(words()) })
export const showLinks = press('links', { group: optional(id<GroupId>()) })
export const showLink = press('link-is', { link })
export const turns = [...switches, 'day', 'hour', 'hours'] as const
export const turnLink = press('link-set', { link, what: choice(turns) })
export const endLink = press('link-end', { link })

/** Actions among the events of that chat's server, or no more. */
export const turnMirror = press('mirror', { link: id<LinkId>() })
