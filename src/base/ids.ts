import { randomBytes, randomUUID } from 'node:crypto'
import type { Brand } from './brand.ts'

export type PersonId = Brand<string, 'PersonId'>
export type GroupId = Brand<string, 'GroupId'>
export type ActionId = Brand<string, 'ActionId'>
export type LetterId = Brand<string, 'LetterId'>
/** Of what somebody is about to plan. */
export type DraftId = Brand<string, 'DraftId'>
/** Of dates that are proposed for an action. */
export type ProposalId = Brand<string, 'ProposalId'>
export type SeriesId = Brand<string, 'SeriesId'>
export type NeedId = Brand<string, 'NeedId'>
export type RideId = Brand<string, 'RideId'>
/** Of a calendar that a group follows. */
export type FollowId = Brand<string, 'FollowId'>
export type LinkId = Brand<string, 'LinkId'>
export type AnnouncementId = Brand<string, 'AnnouncementId'>
export type PictureId = Brand<string, 'PictureId'>
export type BroadcastId = Brand<string, 'BroadcastId'>

const fresh = (): string => randomUUID()

/** Random UUIDs, each in its own type. */
export const newId = {
  person: () => fresh() as PersonId,
  group: () => fresh() as GroupId,
  action: () => fresh() as ActionId,
  letter: () => fresh() as LetterId,
  link: () => fresh() as LinkId,
  follow: () => fresh() as FollowId,
  announcement: () => fresh() as AnnouncementId,
  draft: () => fresh() as DraftId,
  proposal: () => fresh() as ProposalId,
  series: () => fresh() as SeriesId,
  need: () => fresh() as NeedId,
  ride: () => fresh() as RideId,
  picture: () => fresh() as PictureId,
  broadcast: () => fresh() as BroadcastId,
}

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** 60 random bits in 12 letters and digits that are not mistaken for each other. */
export const newCode = (): string =>
  Array.from(randomBytes(12), (byte) => letters.charAt(byte % letters.length)).join('')

/** The code as somebody typed it; `undefined` when it cannot be one. */
export const readCode = (typed: string): string | undefined => {
  const code = typed
    .toLowerCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
    .replaceAll('u', 'v')
  return code.length === 12 && Array.from(code).every((letter) => letters.includes(letter)) ? code : undefined
}

/** 16 bytes of a UUID as 22 characters of base64url, short enough for a button. */
export const shorten = (uuid: string): string =>
  Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')

/** The UUID that {@link shorten} shortened, or `undefined` when the text is no such thing. */
export const lengthen = (short: string): string | undefined => {
  if (!/^[\w-]{22}$/.test(short)) return undefined
  const hex = Buffer.from(short, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
