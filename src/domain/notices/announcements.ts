import type { AnnouncementId, GroupId } from '../../base/ids.ts'

/** What is told about announcements. */
export type AnnouncementNotice =
  /** A group's animators are asked whether they relay it, */
  | { readonly is: 'relay-asked'; readonly announcement: AnnouncementId; readonly group: GroupId }
  /** or told that it was relayed. */
  | { readonly is: 'relayed'; readonly announcement: AnnouncementId; readonly group: GroupId }
  /** It left: its author sees what becomes of it. */
  | { readonly is: 'announced'; readonly announcement: AnnouncementId }
  /** Its action was moved: it leaves at another time, */
  | { readonly is: 'announcement-moved'; readonly announcement: AnnouncementId }
  /** or not by itself any more. */
  | { readonly is: 'announcement-stopped'; readonly announcement: AnnouncementId }
  /** Somebody else must agree before it leaves, */
  | { readonly is: 'agreement-asked'; readonly announcement: AnnouncementId }
  /** and did. */
  | { readonly is: 'agreed'; readonly announcement: AnnouncementId }
  /** Its author wants to see it as another platform shows it. */
  | { readonly is: 'preview'; readonly announcement: AnnouncementId }
