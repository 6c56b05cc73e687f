import { plain, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'

/** On a phone, two lines. */
const longest = 80

/** What an announcement is called where it has a place of its own. */
export const firstWords = (text: Rich): string =>
  clip(
    (
      plain(text)
        .split('\n')
        .find((line) => line.trim() !== '') ?? ''
    ).trim(),
    longest,
  )
