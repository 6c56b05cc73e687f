import { plainName, storable } from '../base/text.ts'
import type { Update, Command } from '../chat/index.ts'
import type { Catalogue } from './catalogue.ts'

type Said = Update['said']
type Text = Extract<Said, { is: 'text' }>

/** The command that somebody wrote as plain words, and what they wrote after it. */
export interface Unslashed {
  readonly found: Command
  readonly said: Extract<Said, { is: 'command' }>
}

const asksForSomething = ({ for: whom, fields }: Command): boolean =>
  whom !== 'animators' && Object.keys(fields).length > 0

/**
 * « agenda », « mes données », « groupe 93100 »: a command without its slash, alone or, when everybody may ask it for something, with what
 * they ask. « nouvelle calédonie » remains a place, « aide au devoir » a sentence.
 */
export const unslashed = (catalogue: Catalogue, { text, passedOn, picture }: Text): Unslashed | undefined => {
  if (passedOn || picture !== undefined || text.length > 200) return undefined
  const named = (words: string) => {
    const name = plainName(words)
    return catalogue.command(name) ?? catalogue.command(`${name}s`)
  }
  const [first = '', ...rest] = text.trim().split(/\s+/)
  const whole = named([first, ...rest].join(''))
  const found = whole ?? named(first)
  if (!found || (!whole && !asksForSomething(found))) return undefined
  const line = whole ? '' : storable(rest.join(' '))
  return { found, said: { is: 'command', name: found.name, line } }
}
