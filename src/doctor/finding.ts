/** What an examination found about one thing. `ill` is the only one that must be mended. */
export type Finding =
  | { readonly is: 'well' | 'off'; readonly about: string; readonly words: string }
  | { readonly is: 'ill'; readonly about: string; readonly words: string; readonly remedy: string }

export const well = (about: string, words: string): Finding => ({ is: 'well', about, words })

/** Nothing to examine, or nothing that can be known now. */
export const off = (about: string, words: string): Finding => ({ is: 'off', about, words })

export const ill = (about: string, words: string, remedy: string): Finding => ({
  is: 'ill',
  about,
  words,
  remedy,
})

/** The code that the system or the server gave an error, else its name: never its message, which may hold a password. */
export const why = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError && error.errors.length > 0) return why(error.errors[0])
  return error.cause === undefined ? error.name : why(error.cause)
}
