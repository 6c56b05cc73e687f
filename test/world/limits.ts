import { expect } from 'vitest'
import { plain } from '../../src/base/rich.ts'
import { length } from '../../src/base/text.ts'
import { routeBytes, type Message } from '../../src/chat/index.ts'

/** What the strictest platform takes; every message of a test is held against it. */
export const expectToFit = (message: Message): void => {
  const text = plain(message.text)
  expect(length(text), text).toBeLessThanOrEqual(2_000)
  expect(length(text) > 0 || message.form !== undefined).toBe(true)
  const rows = message.rows ?? []
  expect(rows.length).toBeLessThanOrEqual(5)
  for (const row of rows) {
    expect(row.length).toBeGreaterThan(0)
    expect(row.length).toBeLessThanOrEqual(3)
  }
  const buttons = rows.flat()
  const routes = buttons.flatMap((button) => ('route' in button ? [button.route] : []))
  expect(new Set(routes).size, routes.join(' ')).toBe(routes.length)
  for (const route of routes) expect(Buffer.byteLength(route), route).toBeLessThanOrEqual(routeBytes)
  for (const button of buttons) {
    expect(length(button.label), button.label).toBeGreaterThan(0)
    expect(length(button.label), button.label).toBeLessThanOrEqual(80)
    if ('start' in button) expect(button.start).toMatch(/^[\w-]{1,64}$/)
    if ('url' in button) expect(button.url).toMatch(/^https?:\/\//)
  }
  // A question for a position takes the place of buttons.
  if (message.asks) expect(rows).toEqual([])
  expect(JSON.parse(JSON.stringify(message))).toEqual(message)
}
