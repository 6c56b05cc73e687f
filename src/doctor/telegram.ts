import { z } from 'zod'
import type { Config, Webhook } from '../config.ts'
import { doctor } from '../phrases/doctor.ts'
import { unusable, type Ask } from './ask.ts'
import { ill, off, well, type Finding } from './finding.ts'

const words = doctor.telegram
const { telegram: about, webhook: aboutWebhook } = doctor.about

const me = z.object({
  result: z.object({
    username: z.string(),
    can_join_groups: z.boolean().optional(),
    can_read_all_group_messages: z.boolean().optional(),
  }),
})

const webhookInfo = z.object({
  result: z.object({
    url: z.string(),
    pending_update_count: z.number().default(0),
    last_error_message: z.string().optional(),
  }),
})

type WebhookInfo = z.output<typeof webhookInfo>['result']

const hostOf = (address: string): string => URL.parse(address)?.host ?? address

const webhookState = (info: WebhookInfo, wanted: Webhook | undefined): Finding => {
  const { url, pending_update_count: waiting, last_error_message: failing } = info
  const says = doctor.webhook
  if (!wanted) return well(aboutWebhook, url === '' ? says.polling : says.leftover(hostOf(url)))
  if (!wanted.url.startsWith('https:')) return ill(aboutWebhook, says.notHttps, says.notHttpsRemedy)
  if (url === '') return well(aboutWebhook, says.absent)
  if (url !== wanted.url) return well(aboutWebhook, says.elsewhere(hostOf(url)))
  return failing === undefined
    ? well(aboutWebhook, says.fine(waiting))
    : ill(aboutWebhook, says.failing(failing), says.failingRemedy)
}

/** The token, what the bot may do, and the way its updates come. */
export const examineTelegram = async (
  telegram: Config['telegram'],
  ask: Ask,
): Promise<readonly Finding[]> => {
  if (!telegram) return [off(about, words.off)]
  const root = telegram.apiRoot ?? 'https://api.telegram.org'
  const call = (method: string) => ask(`${root}/bot${telegram.token}/${method}`)

  const self = await call('getMe')
  // Telegram says 404 for a token that is no token at all.
  if (self.is === 'answer' && (self.status === 401 || self.status === 404))
    return [ill(about, words.refused, words.refusedRemedy)]
  const bot = self.is === 'answer' ? me.safeParse(self.body).data?.result : undefined
  if (!bot) return [unusable(about, root, self)]

  const hook = await call('getWebhookInfo')
  const info = hook.is === 'answer' ? webhookInfo.safeParse(hook.body).data?.result : undefined
  return [
    well(about, words.fine(bot.username)),
    ...(bot.can_join_groups === false ? [ill(about, words.noGroups, words.noGroupsRemedy)] : []),
    ...(bot.can_read_all_group_messages ? [ill(about, words.readsAll, words.readsAllRemedy)] : []),
    info ? webhookState(info, telegram.webhook) : unusable(aboutWebhook, root, hook),
  ]
}
