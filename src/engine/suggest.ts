import type { Clock } from '../base/clock.ts'
import type { Choice, Typing } from '../chat/index.ts'
import type { Gazetteer } from '../domain/territory/ports.ts'
import type { Book } from '../phrases/book.ts'
import { suggestions } from '../views/suggest.ts'
import type { Catalogue } from './catalogue.ts'

interface Needs {
  readonly catalogue: Catalogue
  readonly territory: () => Gazetteer
  readonly t: Book
  readonly clock: Clock
}

/** Proposes values while somebody types; nothing is stored, and what is typed is anything. */
export const createSuggest =
  ({ catalogue, territory, t, clock }: Needs) =>
  async ({ command, option, typed }: Typing): Promise<readonly Choice[]> => {
    const field = catalogue.command(command)?.fields[option]
    return suggestions(field?.completes, typed, { territory: territory(), t, now: clock.now() })
  }
