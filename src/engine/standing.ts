import { readParts, readRoute, type Platform, type Update } from '../chat/index.ts'
import type { Catalogue } from './catalogue.ts'

/** What the platform says of the chat, where what was done needs it. Asked before the work begins: it may take a while. */
export const standingFor = async (
  catalogue: Catalogue,
  platform: Platform,
  { said, place, from, standing }: Update,
) => {
  if (said.is === 'added') return standing ?? platform.standing(place.key, from.key)
  // What came with it costs nothing.
  if (said.is === 'command') return standing
  if (said.is !== 'pressed') return undefined
  const route = readRoute(said.route)
  const action = route?.to === 'press' ? catalogue.action(route.name) : undefined
  const values = action?.standing && route ? readParts(action.fields, route.parts) : undefined
  if (!values) return undefined
  const named = values['chat']
  return typeof named === 'string'
    ? platform.standing(named, from.key, standing)
    : (standing ?? platform.standing(place.key, from.key))
}
