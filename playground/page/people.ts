import type { Actor } from '../actor.ts'
import type { Stage } from '../stage.ts'

/** Somebody make-believe, with an account on each stage. */
export interface PlaygroundPerson {
  readonly name: string
  readonly actors: readonly Actor[]
}

/** The same each time, so that the bot knows them again; as each platform writes identifiers. */
const identifiers: Readonly<Record<string, readonly [string, string, string]>> = {
  telegram: ['5001', '5002', '5003'],
  discord: ['1200000000000000001', '1200000000000000002', '1200000000000000003'],
}

const idsOn = (platform: string): readonly [string, string, string] => {
  const ids = identifiers[platform]
  if (!ids) throw new Error(`nobody lives on ${platform}`)
  return ids
}

/** The accounts of Chloé, who may give the first roles: what an operator would write into OPERATORS. */
export const playgroundOperators = (
  platforms: readonly string[],
): readonly { readonly platform: string; readonly key: string }[] =>
  platforms.map((platform) => ({ platform, key: idsOn(platform)[2] }))

const settle = (stage: Stage): readonly Actor[] => {
  const [idOfAmel, idOfBastien, idOfChloe] = idsOn(stage.platform)
  const amel = stage.person('Amel', { id: idOfAmel })
  const bastien = stage.person('Bastien', { id: idOfBastien })
  const chloe = stage.person('Chloé', { id: idOfChloe })
  const everybody = [amel, bastien, chloe]
  stage.group('GA Belleville', everybody, { animators: [amel] })
  const loop = stage.group('Boucle de Seine-Saint-Denis', everybody, { animators: [chloe], topics: true })
  stage.topic(loop, 'Actions communes')
  stage.channel('Annonces du 93', everybody, { animators: [chloe] })
  stage.group('Café populaire des Lilas', everybody, { animators: [bastien], bot: false })
  return everybody
}

/**
 * Three people and their chats, the same on every stage. Amel administers that of a group, Chloé those of a loop; the bot is yet to be invited into
 * Bastien's.
 */
export const playgroundPeople = (stages: readonly Stage[]): readonly PlaygroundPerson[] => {
  const actors = stages.flatMap(settle)
  return [...new Set(actors.map((actor) => actor.name))].map((name) => ({
    name,
    actors: actors.filter((actor) => actor.name === name),
  }))
}
