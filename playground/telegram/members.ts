import type { Membership } from './world.ts'

const rights = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_post_messages: true,
  can_edit_messages: true,
  can_pin_messages: true,
  can_manage_topics: true,
}

/** A `ChatMember` of the Bot API. */
export const describeMember = ({ user, status, anonymous }: Membership): object => {
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: anonymous === true }
    case 'administrator':
      return { status, user, ...rights, is_anonymous: anonymous === true }
    case 'member':
    case 'left':
      return { status, user }
    case 'kicked':
      return { status, user, until_date: 0 }
  }
}
