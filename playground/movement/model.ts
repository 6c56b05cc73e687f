import type { Instant } from '../../src/base/clock.ts'

/** A place with the fields that Action Populaire has for it. */
export interface MadeUpPlace {
  readonly name: string
  readonly address: string
  readonly postalCode: string
  readonly city: string
  /** Empty where the platform knows none: the Pacific, abroad. */
  readonly department: string
  /** ISO 3166-1 alpha-2; overseas territories have their own. */
  readonly country: string
  readonly lat: number
  readonly lon: number
}

export interface MadeUpGroup {
  readonly id: string
  readonly name: string
  readonly type: 'L' | 'B' | 'F' | 'D'
  readonly certified: boolean
  readonly active: boolean
  readonly published: boolean
  readonly open: boolean
  readonly description: string
  /** Without coordinates, a group is in no map list. */
  readonly place: MadeUpPlace
  readonly located: boolean
  readonly founded: Instant
  readonly members: number
  /** First names: what the connector must never keep. */
  readonly animators: readonly string[]
  readonly links: readonly { readonly label: string; readonly url: string }[]
}

export interface Subtype {
  readonly id: number
  readonly label: string
  readonly description: string
  readonly type: 'G' | 'M' | 'A' | 'O'
}

/** Hidden, for organisers only, or public. */
export type Visibility = 'A' | 'O' | 'P'

export interface MadeUpEvent {
  readonly id: string
  readonly name: string
  readonly subtype: Subtype
  readonly visibility: Visibility
  /** Public but absent from every list when false. */
  readonly listed: boolean
  readonly start: Instant
  readonly end: Instant
  /** What the creator's browser said. */
  readonly timezone: string
  /** Absent: the event happens on a screen. */
  readonly place?: MadeUpPlace
  readonly description: string
  readonly onlineUrl: string
  readonly form: boolean
  readonly price: string | null
  readonly groups: readonly string[]
  readonly attending: readonly string[]
  /** A first name: what the connector must never keep. */
  readonly contact: string | null
  readonly created: Instant
  /** What becomes of it from the second time that somebody asks for the list of events. */
  readonly turn?: { readonly hidden: true } | { readonly laterBy: number }
}

export interface Movement {
  readonly subtypes: readonly Subtype[]
  readonly groups: readonly MadeUpGroup[]
  readonly events: readonly MadeUpEvent[]
}
