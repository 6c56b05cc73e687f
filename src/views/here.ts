import type { Zone } from '../base/zones.ts'
import type { Area, Commune, Department } from '../domain/territory/model.ts'
import type { Button, Context, Message } from '../chat/index.ts'

/** All that a page may know: who asks, where, when, in which words. */
export type Here = Omit<Context, 'values'>

/** Does whoever asks read the answer alone? In private always; in a chat of many when the message was theirs from the start. */
export const readsAlone = ({ place }: Here, own?: true): boolean => place.kind === 'private' || own === true

/** The message, for the eyes of whoever asked where others would see it. */
export const forThemAlone = ({ place }: Here, message: Message): Message =>
  place.kind === 'private' ? message : { ...message, aside: true }

/** What the buttons of a message carry when it has one reader in a chat of many. */
export const ownIn = ({ place }: Here, alone: boolean): { readonly own?: true } =>
  alone && place.kind !== 'private' ? { own: true } : {}

/** A commune or a department by its code, as a button carries it. */
export const areaOf = ({ services }: Here, code: string): Commune | Department | undefined =>
  services.territory.commune(code) ?? services.territory.department(code)

/** What an option holds once a proposal was chosen: no name means one place alone, a code does. */
export const chosen = ({ code }: Commune | Department): string => `=${code}`

/** The place that was chosen among proposals; `undefined` for what was typed. */
export const areaChosen = (here: Here, text: string): Commune | Department | undefined => {
  const code = /^=(\S+)$/.exec(text.trim())?.[1]
  return code === undefined ? undefined : areaOf(here, code)
}

/** What a button carries for an area: a shared position is not stored, so its commune stands for it. */
export const codeOf = ({ services }: Here, area: Area): string =>
  area.is === 'spot' ? services.territory.nearest(area.point).code : area.code

/** Where the days of an area are counted. */
export const zoneOf = ({ services }: Here, area: Area): Zone => {
  switch (area.is) {
    case 'commune':
      return services.territory.zoneAt(area)
    case 'department':
      return area.zone
    case 'spot':
      return services.territory.zoneAt(services.territory.nearest(area.point))
  }
}

/** The zone of the first group that somebody joined; Paris for whoever joined none. */
export const zoneOfMine = async ({ services }: Here): Promise<Zone> => {
  const [first] = await services.groups.mine()
  return services.territory.zoneOf(first?.department)
}

/** Rows of buttons, without those that turned out empty. */
export const rows = (
  ...of: readonly (readonly Button[])[]
): { readonly rows?: readonly (readonly Button[])[] } => {
  const kept = of.filter((row) => row.length > 0)
  return kept.length > 0 ? { rows: kept } : {}
}

/** `things` by rows of `size`. */
export const inRows = <T>(things: readonly T[], size: number): readonly (readonly T[])[] =>
  things.flatMap((_, at) => (at % size === 0 ? [things.slice(at, at + size)] : []))

/** A page changes the message whose button was pressed, when that button turned pages. */
export const page = (message: Message, skip: number | undefined): Message =>
  skip === undefined ? message : { ...message, instead: true }

/** Words in the place of the message whose button was pressed. */
export const said = (here: Here, text: Message['text']): Message => ({
  ...forThemAlone(here, { text }),
  instead: true,
})
