import { paris, type Zone } from '../base/zones.ts'
import type { Area, Commune, Department } from '../domain/territory/model.ts'
import type { Button, Context, Message } from '../chat/index.ts'

/** All that a page may know: who asks, where, when, in which words. */
export type Here = Omit<Context, 'values'>

/** Does whoever asks read the answer alone? In private always; elsewhere when the message was theirs from the start. */
export const readsAlone = ({ place }: Here, own: true | undefined): boolean =>
  place.kind === 'private' || own === true

/** The message, for the eyes of whoever asked where others would see it. */
export const forThemAlone = ({ place }: Here, message: Message): Message =>
  place.kind === 'private' ? message : { ...message, aside: true }

/** `{ own: true }` on the buttons of a message with one reader, in a chat of many. */
export const ownIn = ({ place }: Here, alone: boolean): { readonly own?: true } =>
  alone && place.kind !== 'private' ? { own: true } : {}

/** A commune or a department by its code, as a button carries it. */
export const areaOf = ({ services }: Here, code: string): Commune | Department | undefined =>
  services.territory.commune(code) ?? services.territory.department(code)

/** Where the days of an area are counted. */
export const zoneOf = ({ services }: Here, area: Area): Zone => {
  switch (area.is) {
    case 'commune':
      return services.territory.zoneOf(area.department)
    case 'department':
      return area.zone
    case 'spot':
      return services.territory.zoneOf(services.territory.nearest(area.point).department)
  }
}

/** The zone of the first group that somebody joined; Paris for whoever joined none. */
export const zoneOfMine = async ({ services }: Here): Promise<Zone> => {
  const [first] = await services.groups.mine()
  return first?.department ? services.territory.zoneOf(first.department) : paris
}

/** Rows without those that turned out empty. */
export const rows = (
  ...of: readonly (readonly Button[])[]
): { readonly rows?: readonly (readonly Button[])[] } => {
  const kept = of.filter((row) => row.length > 0)
  return kept.length > 0 ? { rows: kept } : {}
}

/** As a button shows it: long names are cut where the phone would cut them anyway. */
export const labelRoom = 60
