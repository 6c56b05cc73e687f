import type { HeldEvent } from '../chat/index.ts'
import { isForFew, type Action } from '../domain/actions/model.ts'
import type { Book } from '../phrases/book.ts'
import { venueWords } from './plan-draft.ts'

/** An action as a calendar of a platform shows it. */
export const heldEvent = (t: Book, action: Action): HeldEvent => {
  const place = venueWords(action.venue)
  return {
    name: action.name,
    description: [t.managing.eventSays, action.description].filter((words) => words !== '').join('\n\n'),
    place: place === '' ? t.managing.eventNowhere : place,
    start: action.start,
    end: action.end,
    // The server is not told by itself of what is for few, which may have been for everybody before.
    cancelled: action.state !== 'planned' || isForFew(action),
  }
}
