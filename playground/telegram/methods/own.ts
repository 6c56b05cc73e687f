import type { Methods } from '../method.ts'
import { bad, Refusal } from '../refusal.ts'

export const own: Methods = {
  getMe: ({ bot }) => ({
    ...bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
  // A bot that calls these leaves Telegram's own server: here there is nowhere else to go.
  logOut: () => {
    throw new Refusal(400, 'Bad Request: the playground is the only server of this bot')
  },
  close: () => {
    throw new Refusal(429, 'Too Many Requests: retry after 600', { retry_after: 600 })
  },
  getFile: (world, params) => {
    const file = world.files.get(params.string('file_id') ?? '')
    if (!file) throw bad('invalid file_id')
    return {
      file_id: file.id,
      file_unique_id: `u${file.id}`,
      ...(file.bytes && { file_size: file.bytes.length }),
      file_path: `photos/${file.id}`,
    }
  },
}
