import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { createLetterMetrics } from '../../src/web/letter-metrics.ts'

it('the figures tell what became of letters, how long they took, and what waits', async () => {
  const register = new Registry()
  let waiting = new Map([['reminder', 4_200]] as const)
  const meters = createLetterMetrics({
    register,
    rates: new Map([['telegram', 30]]),
    waiting: async () => waiting,
  })
  meters.carried({ platform: 'telegram', lane: 'answer', outcome: 'delivered' }, 0.2)
  meters.carried({ platform: 'telegram', lane: 'answer', outcome: 'later' }, 9)
  meters.spent('telegram')
  const told = await register.metrics()
  expect(told).toContain('porte_voix_letters_total{platform="telegram",lane="answer",outcome="delivered"} 1')
  expect(told).toContain('porte_voix_letters_total{platform="telegram",lane="answer",outcome="later"} 1')
  expect(told).toContain('porte_voix_letter_seconds_count{platform="telegram",lane="answer"} 1')
  expect(told).toContain('porte_voix_slots_total{platform="telegram"} 1')
  expect(told).toContain('porte_voix_granted_per_second{platform="telegram"} 30')
  expect(told).toContain('porte_voix_oldest_waiting_seconds{lane="reminder"} 4.2')
  waiting = new Map()
  expect(await register.metrics()).not.toContain('waiting_seconds{')
})
