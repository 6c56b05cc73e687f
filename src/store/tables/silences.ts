import { text } from 'drizzle-orm/pg-core'
import { house, instant } from './house.ts'

/** Platforms that said nothing when somebody last tried, and when that was; whoever hears a word of theirs takes them away. */
export const silences = house.table('silences', { platform: text().primaryKey(), at: instant().notNull() })
