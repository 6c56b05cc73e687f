import { z } from 'zod'
import { instant, type Instant } from '../../base/clock.ts'
import type { Point } from '../../domain/territory/model.ts'
import { tidyLine } from './html.ts'

/** Longest names and addresses that are kept, in code points. */
const mostLine = 255

/** The service says what it lacks by `null`, `""`, or silence; of what is no text nothing is made. */
const text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? '')

/** One line, or nothing. */
const line = text.transform((value) => tidyLine(value, mostLine) || undefined)

const required = z
  .string()
  .transform((value) => tidyLine(value, mostLine))
  .refine((value) => value !== '')

const truth = z.boolean().nullish().catch(undefined)

const id = z
  .string()
  .regex(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i)
  .transform((value) => value.toLowerCase())

const time = z.iso.datetime({ offset: true }).transform((value): Instant => instant(value))

const lon = z.number().min(-180).max(180)
const lat = z.number().min(-90).max(90)

/** GeoJSON: longitude first. The Gulf of Guinea, where longitude and latitude are nought, means that nobody knows. */
const position = z
  .object({ coordinates: z.tuple([lon, lat], z.number()) })
  .transform(({ coordinates: [east, north] }): Point => ({ lon: east, lat: north }))
  .refine((point) => point.lat !== 0 || point.lon !== 0)

const point = position
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined)

/** Three words for kinds of groups, and one more for loops. */
const kind = z.enum(['L', 'B', 'F', 'D']).transform((letter) => kinds[letter])

const kinds = { L: 'local', B: 'thematic', F: 'functional', D: 'loop' } as const

const where = z
  .object({
    name: line,
    address1: line,
    address2: line,
    zip: line,
    city: line,
    departement: line,
    country: line,
    coordinates: point,
  })
  .partial()
  .nullish()
  .catch(undefined)

const organisers = z
  .array(z.unknown())
  .nullish()
  .catch(undefined)
  .transform((list) =>
    (list ?? []).flatMap((item) => {
      const { data } = organiser.safeParse(item)
      return data ? [{ sourceId: data.id, name: data.name }] : []
    }),
  )

const organiser = z.object({ id, name: required })

/** Of `/carte/liste_groupes/`. */
export const listedGroup = z.object({
  id,
  name: required,
  type: kind,
  is_active: truth,
  is_certified: truth,
  location_country: text,
  coordinates: position,
})

/** Of `/api/groupes/recherche/geo/` and of `/api/recherche/`. */
export const foundGroup = z.object({ id, name: required, zip: line })

/** Of `/api/groupes/<id>/`; neither its referents nor its contact are ever looked at. */
export const describedGroup = z.object({
  name: required,
  type: kind,
  isCertified: truth,
  hasUpcomingEvents: truth,
  facts: z
    .object({ creationDate: time.optional().catch(undefined) })
    .nullish()
    .catch(undefined),
  location: where,
})

/** Of `/carte/liste_evenements/`. */
export const listedEvent = z.object({
  id,
  name: required,
  start_time: time,
  end_time: time.nullish().catch(undefined),
  subtype: z.number().nullish().catch(undefined),
  coordinates: point,
})

/** Of a group's upcoming events. */
export const eventCard = z.object({ id, startTime: time, endTime: time.nullish().catch(undefined) })

/** Of `/api/evenements/<id>/details/`; neither its contact nor its speakers are ever looked at. */
export const describedEvent = z.object({
  name: required,
  url: text,
  description: text,
  textDescription: text,
  startTime: time,
  endTime: time.nullish().catch(undefined),
  timezone: line,
  location: where,
  groups: organisers,
  subtype: z.object({ label: text, description: text }).nullish().catch(undefined),
  onlineUrl: text,
  youtubeVideoID: text,
})
