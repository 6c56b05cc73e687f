import { plain } from '../../base/rich.ts'
import type { Journal, NotedDeed } from '../rights/journal.ts'
import type { Where } from '../rights/model.ts'
import type { Announcement } from './model.ts'
import { whereOf } from './sending.ts'

/** Whoever speaks did that with an announcement: its first words are noted, in the journal of the place whose word it is or of `where`. */
export const createNotes =
  (journal: Pick<Journal, 'note'>) =>
  (announcement: Announcement, deed: NotedDeed, where: Where = whereOf(announcement)): Promise<void> =>
    journal.note(where, { is: 'did', deed, what: plain(announcement.text).replaceAll(/\s+/g, ' ') })
