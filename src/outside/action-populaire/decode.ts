import type { z } from 'zod'
import { day, hour, later, type Instant } from '../../base/clock.ts'
import { fingerprint } from '../../base/fingerprint.ts'
import { given } from '../../base/given.ts'
import { impersonalLink } from '../../base/links.ts'
import type {
  DescribedAction,
  DescribedGroup,
  FoundGroup,
  ListedAction,
  ListedGroup,
  Lot,
  Whereabouts,
} from '../../domain/imports/model.ts'
import { plainText, tidyText } from './html.ts'
import { describedEvent, describedGroup, eventCard, foundGroup, listedEvent, listedGroup } from './shapes.ts'

/** What does not make sense as a whole is `undefined`; in a list, it is skipped and counted. */
type Decoded<T> = T | undefined

const lotOf = <S extends z.ZodType, T>(shape: S, make: (item: z.output<S>) => T) => {
  return (body: unknown): Decoded<Lot<T>> => {
    if (!Array.isArray(body)) return undefined
    const items = body.flatMap((item: unknown) => {
      const parsed = shape.safeParse(item)
      return parsed.success ? [make(parsed.data)] : []
    })
    return { items, skipped: body.length - items.length }
  }
}

/** An end that is missing, or before the start, says nothing: two hours are usual. */
const endOf = (start: Instant, end: Instant | null | undefined): Instant =>
  end === null || end === undefined || end <= start ? later(start, 2 * hour) : end

type Place = z.output<typeof describedEvent>['location']

const whereOf = (place: Place): Whereabouts =>
  given({
    name: place?.name,
    address: [place?.address1, place?.address2].filter(Boolean).join(', ') || undefined,
    city: place?.city,
    postalCode: place?.zip,
    department: place?.departement,
    country: place?.country,
    point: place?.coordinates,
  })

export const decodeGroups = lotOf(listedGroup, (item): ListedGroup => ({
  sourceId: item.id,
  name: item.name,
  kind: item.type,
  certified: item.is_certified ?? false,
  // Where nobody tells, better shown than lost.
  active: item.is_active ?? true,
  country: item.location_country,
  point: item.coordinates,
}))

export const decodeFound = lotOf(foundGroup, (item): FoundGroup => ({
  sourceId: item.id,
  name: item.name,
  ...given({ postalCode: item.zip }),
}))

export const decodeSearch = (body: unknown): Decoded<Lot<FoundGroup>> =>
  typeof body === 'object' && body !== null && 'groups' in body ? decodeFound(body.groups) : undefined

/** Groups younger than that count as active, whatever they have done. */
const young = 31 * day

export const decodeGroup = (body: unknown, now: Instant): Decoded<DescribedGroup> => {
  const { data: group } = describedGroup.safeParse(body)
  if (!group) return undefined
  const founded = group.facts?.creationDate
  return {
    name: group.name,
    kind: group.type,
    certified: group.isCertified ?? false,
    active: group.hasUpcomingEvents === true || (founded !== undefined && founded + young > now),
    where: whereOf(group.location),
  }
}

export const decodeActions = lotOf(listedEvent, (item): ListedAction => {
  const { id, name, start_time: start, coordinates: point, subtype } = item
  const end = endOf(start, item.end_time)
  const print = fingerprint([name, start, end, point, subtype])
  return { sourceId: id, start, end, print, ...given({ point }) }
})

export const decodeAgenda = lotOf(eventCard, ({ id, startTime, endTime }): ListedAction => {
  const end = endOf(startTime, endTime)
  return { sourceId: id, start: startTime, end, print: fingerprint([startTime, end]) }
})

const video = (youtube: string): string | undefined =>
  /^[\w-]{6,20}$/.test(youtube) ? `https://www.youtube.com/watch?v=${youtube}` : undefined

/** `page`: its address for people, where the body has no usable one. */
export const decodeAction = (body: unknown, page: string): Decoded<DescribedAction> => {
  const { data: event } = describedEvent.safeParse(body)
  if (!event) return undefined
  const { subtype } = event
  return {
    name: event.name,
    sort: { label: subtype?.label ?? '', words: subtype?.description ?? '' },
    description: plainText(event.description) || tidyText(event.textDescription),
    start: event.startTime,
    end: endOf(event.startTime, event.endTime),
    where: whereOf(event.location),
    organisers: event.groups,
    url: impersonalLink(event.url) ?? page,
    ...given({
      zone: event.timezone,
      online: impersonalLink(event.onlineUrl) ?? video(event.youtubeVideoID),
    }),
  }
}
