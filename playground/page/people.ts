import type { Actor } from '../actor.ts'
import type { Stage } from '../stage.ts'

/** Somebody make-believe, with an account on each stage. */
export interface PlaygroundPerson {
  readonly name: string
  readonly actors: readonly Actor[]
}

const settle = (stage: Stage): readonly Actor[] => {
  const amel = stage.person('Amel')
  const bastien = stage.person('Bastien')
  const chloe = stage.person('Chloé')
  const everybody = [amel, bastien, chloe]
  stage.group('GA Belleville', everybody, { animators: [amel] })
  const loop = stage.group('Boucle de Seine-Saint-Denis', everybody, { animators: [chloe], topics: true })
  stage.topic(loop, 'Actions communes')
  stage.channel('Annonces du 93', everybody, { animators: [chloe] })
  stage.group('Café populaire des Lilas', everybody, { animators: [bastien], bot: false })
  return everybody
}

/**
 * Three people and their groups, the same on every stage. Amel animates a group, Chloé a loop; the bot is yet to be invited into Bastien's group.
 */
export const playgroundPeople = (stages: readonly Stage[]): readonly PlaygroundPerson[] => {
  const actors = stages.flatMap(settle)
  return [...new Set(actors.map((actor) => actor.name))].map((name) => ({
    name,
    actors: actors.filter((actor) => actor.name === name),
  }))
}
