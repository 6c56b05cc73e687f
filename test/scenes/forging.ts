import { expect } from 'vitest'
import type { Chat } from '../../playground/actor.ts'
import type { Theatre } from './theatre.ts'

/** A message that the bot wrote in that chat before it was renewed; or one that somebody made up, with the bot's own token. */
export const writesOldButton = async (
  { stages, platform }: Theatre,
  { id }: Chat,
  route: string,
): Promise<void> => {
  const { telegram, discord } = stages
  const [address, body] =
    platform === 'telegram'
      ? [
          `${telegram.url}/bot${telegram.token}/sendMessage`,
          {
            chat_id: id,
            text: 'Une vieille fiche',
            reply_markup: { inline_keyboard: [[{ text: 'Vieux bouton', callback_data: route }]] },
          },
        ]
      : [
          `${discord.api}/v10/channels/${id}/messages`,
          {
            content: 'Une vieille fiche',
            components: [
              { type: 1, components: [{ type: 2, style: 2, label: 'Vieux bouton', custom_id: route }] },
            ],
          },
        ]
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bot ${discord.token}` },
    body: JSON.stringify(body),
  })
  expect(answer.ok, await answer.text()).toBe(true)
}
