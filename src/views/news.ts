import type { Message } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { turnNews } from './composing-presses.ts'

/** Under a copy that somebody asked for. */
export const ownCopyFoot = (t: Book): Message => ({
  text: t.composing.why,
  rows: [[turnNews.button(t.composing.noMore, { on: 0 })]],
})
