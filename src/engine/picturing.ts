import type { Clock } from '../base/clock.ts'
import { shorten } from '../base/ids.ts'
import type { Picture, Platform, Update } from '../chat/index.ts'
import type { Account } from '../domain/people/model.ts'
import { isOperator } from '../domain/rights/operators.ts'
import type { Store } from './ports.ts'

type Drawn = Exclude<Picture, { readonly url: string }>

/** Nobody needs more on a phone. */
export const mostBytes = 3_000_000

/** What every platform shows, by its first bytes: what it is called does not matter. */
const drawnAs = (bytes: Uint8Array): Drawn | undefined => {
  if (bytes.length > mostBytes) return undefined
  const starts = (...of: readonly number[]): boolean => of.every((byte, at) => bytes[at] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47)) return { png: Buffer.from(bytes).toString('base64') }
  if (starts(0xff, 0xd8, 0xff)) return { jpeg: Buffer.from(bytes).toString('base64') }
  return undefined
}

/** In the place of a picture that is none, or is too large: words that came with it are not lost, and whoever sent it is told. */
const unread = '?'

interface Needs {
  readonly store: Pick<Store, 'people' | 'roles' | 'pictures'>
  readonly operators: readonly Account[]
  readonly clock: Clock
}

/**
 * Brings the pictures of an update in, before its work begins, for it may take a while: only from people who have a role, or may give
 * some, since only they announce. Each is then known by the id under which it is kept.
 */
export const createPicturing = ({ store, operators, clock }: Needs) => {
  const mayBring = async ({ platform, from }: Update): Promise<boolean> => {
    const account = { platform, key: from.key }
    if (isOperator(operators, account)) return true
    const person = await store.people.byAccount(account)
    return person !== undefined && (await store.roles.of(person.id)).length > 0
  }

  const kept = async (platform: Platform, file: string): Promise<string | undefined> => {
    const bytes = await platform.fetch?.(file, mostBytes)
    const picture = bytes && drawnAs(bytes)
    return picture && shorten(await store.pictures.put(picture, clock.now()))
  }

  return async (platform: Platform, update: Update): Promise<Update> => {
    const { said } = update
    if (said.is === 'filled' && said.files) {
      const answers: Record<string, string> = { ...said.answers }
      const may = await mayBring(update)
      for (const [name, file] of Object.entries(said.files))
        answers[name] = (may ? await kept(platform, file) : undefined) ?? unread
      return { ...update, said: { is: 'filled', route: said.route, answers } }
    }
    if (said.is !== 'text' && said.is !== 'other') return update
    if (said.file === undefined) return update
    const { file, ...words } = said
    const picture = (await mayBring(update)) ? ((await kept(platform, file)) ?? unread) : undefined
    const brought = picture !== undefined && { picture }
    if (words.is === 'text') return { ...update, said: { ...words, ...brought } }
    const { caption: text, markup } = words
    if (!brought || text === undefined) return { ...update, said: { is: 'other', ...brought } }
    // Whoever announces sends a poster with its words.
    const styled = markup !== undefined && { markup }
    return { ...update, said: { is: 'text', text, ...styled, passedOn: true, ...brought } }
  }
}
