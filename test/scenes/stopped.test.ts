import { expect } from 'vitest'
import type { Actor, Chat } from '../../playground/actor.ts'
import { fr } from '../../src/phrases/fr.ts'
import { used } from '../../src/phrases/fr/used.ts'
import { createAnnouncers } from './announcers.ts'
import { again, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const sending = { telegram: 'sendMessage', discord: 'POST /channels' } as const

const heading = 'Annonce\u00A0: partie'
const { counts } = fr.announcements

onEveryPlatform('Of an announcement that does not reach all', (theatre, platform) => {
  const { writes, aLoop } = createAnnouncers(theatre)
  const patience = { timeout: 15_000 }

  /** A loop announces to two groups; the other's chat has some trouble. */
  const announced = async (
    names: readonly [string, string],
    words: string,
    trouble: (chat: Chat) => void,
  ) => {
    const made = await aLoop(names)
    const { lou, max, one, other } = made
    trouble(other.chat)
    await writes(lou, words)
    await lou.presses(fr.announcements.send)
    await max.presses(fr.announcements.agree, await sees(max, 'Êtes-vous d’accord'))
    await sees(one.animator.in(one.chat), words)
    const account = await sees(lou, heading)
    return {
      ...made,
      account,
      /** What its author sees there, once it says that. */
      shows: async (said: string) => {
        await expect.poll(() => again(lou, account).text, patience).toContain(said)
        return again(lou, account)
      },
      heard: ({ animator, chat }: { animator: Actor; chat: Chat }) => times(animator.in(chat), words),
    }
  }

  it('the author pauses it, sees where it is, and stops it for good, all in one message', async () => {
    const { stage } = theatre()
    const { lou, account, shows, one, other, heard } = await announced(
      ['Les Prêts', 'Les Bouchés'],
      'À tout le monde',
      ({ id }) => stage.misbehave({ what: 'limit', method: sending[platform], chat: id, seconds: 40 }),
    )
    await shows(counts.under(1))
    await lou.presses(fr.announcements.pause, account)
    await shows(counts.resting(1))
    expect(again(lou, account).text).toContain(counts.delivered(1))
    await lou.presses(fr.announcements.chats, account)
    const chats = await shows('pas encore arrivée')
    expect(chats.text).not.toContain('paused')
    await lou.presses(fr.announcements.back, chats)
    await lou.presses(fr.announcements.goAhead, await shows(counts.resting(1)))
    await shows(counts.under(1))
    await lou.presses(fr.announcements.cut, account)
    const asked = await shows('Arrêter là\u202F?')
    expect(labels(asked)).toEqual([fr.announcements.cut, fr.announcements.goOn])
    await lou.presses(fr.announcements.goOn, asked)
    await lou.presses(fr.announcements.cut, await shows(counts.under(1)))
    await lou.presses(fr.announcements.cut, await shows('Arrêter là\u202F?'))
    const ended = await shows(counts.stopped(1))
    expect(ended.text).toContain(counts.delivered(1))
    expect(labels(ended)).not.toContain(fr.announcements.pause)
    expect(labels(ended)).not.toContain(fr.announcements.cut)
    expect(times(lou, heading)).toBe(1)
    stage.behave()
    await theatre().passes(45_000)
    await stage.quiet()
    expect([heard(one), heard(other)]).toEqual([1, 0])
    await lou.asks('journal')
    expect((await sees(lou, 'Journal')).text).toContain(used['cut-announcement'])
  })

  it('what was refused is sent again, alone, in the same message', async () => {
    const { stage } = theatre()
    const { lou, account, shows, one, other, heard } = await announced(
      ['Les Ouverts', 'Les Refus'],
      'Encore une fois',
      ({ id }) => stage.misbehave({ what: 'forbidden', method: sending[platform], chat: id, times: 2 }),
    )
    const failed = await shows(counts.failed(1))
    await sees(other.animator, 'ne reçoit plus rien')
    await lou.presses(fr.announcements.chats, failed)
    await lou.presses(fr.announcements.back, await shows('échec, '))
    // It is not mended yet.
    await lou.presses(fr.announcements.retry(1), await shows(counts.failed(1)))
    await shows(counts.failed(1))
    await expect.poll(() => labels(again(lou, account)), patience).toContain(fr.announcements.retry(1))
    expect(heard(other)).toBe(0)
    await lou.presses(fr.announcements.retry(1), account)
    const ended = await shows(counts.delivered(2))
    expect(ended.text).not.toContain('en échec')
    expect(labels(ended).some((label) => label.startsWith('Réessayer'))).toBe(false)
    expect([heard(one), heard(other)]).toEqual([1, 1])
    expect(times(lou, heading)).toBe(1)
  })
})
