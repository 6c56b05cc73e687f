import { describe, expect, test } from 'vitest'

interface Entry {
  readonly name: string
}

interface Completion {
  readonly matching: (text: string, menu: readonly Entry[]) => readonly Entry[]
  readonly recognised: (
    text: string,
    menu: readonly Entry[],
  ) => { readonly entry: Entry; readonly rest: string } | undefined
  readonly meant: (
    choices: readonly { value: string; label: string }[],
    typed: string,
  ) => { value: string } | undefined
}

/** The browser's own modules, which have no types here. */
const load = async (name: string): Promise<unknown> =>
  import(new URL(`../../../playground/page/browser/${name}`, import.meta.url).href)

/** Every sentence of a book; those that depend on something are said for an example. */
const sentences = (book: unknown): readonly string[] => {
  if (typeof book === 'string') return [book]
  if (typeof book === 'function') return [String(book('3', '5'))]
  return Object.values(Object(book)).flatMap(sentences)
}

describe('what the page says', () => {
  test('has French spaces, apostrophes and dots', async () => {
    const said = sentences(await load('words.js'))
    expect(said.length).toBeGreaterThan(100)
    for (const sentence of said) {
      expect(sentence).not.toMatch(/ [;!?:»]|« (?!$)|[a-zé][;!?]|'|\.\.\./u)
      expect(sentence).not.toMatch(/undefined|\$\{/u)
    }
  })
})

describe('completion', () => {
  const menu = ['start', 'aide', 'actions', 'agenda', 'reglages'].map((name) => ({ name }))

  test('offers what begins as typed, whatever the capitals, until the name is over', async () => {
    const { matching } = (await load('completion.js')) as Completion
    const offered = (text: string) => matching(text, menu).map(({ name }) => name)
    expect(offered('/')).toHaveLength(menu.length)
    expect(offered('/A')).toEqual(['aide', 'actions', 'agenda'])
    expect(offered('/actions ')).toEqual([])
    expect(offered('voir /a')).toEqual([])
    expect(offered('bonjour')).toEqual([])
  })

  test('recognises a whole command and what follows it', async () => {
    const { recognised } = (await load('completion.js')) as Completion
    expect(recognised('/actions  ce week-end', menu)).toEqual({
      entry: { name: 'actions' },
      rest: 'ce week-end',
    })
    expect(recognised('/start', menu)).toEqual({ entry: { name: 'start' }, rest: '' })
    expect(recognised('/inconnue', menu)).toBeUndefined()
  })

  test('knows which choice is meant', async () => {
    const { meant } = (await load('completion.js')) as Completion
    const days = [
      { value: 'today', label: 'Aujourd’hui' },
      { value: 'weekend', label: 'Ce week-end' },
    ]
    expect(meant(days, "AUJOURD'HUI")?.value).toBe('today')
    expect(meant(days, 'week-end')?.value).toBe('weekend')
    expect(meant(days, 'demain')).toBeUndefined()
  })
})
