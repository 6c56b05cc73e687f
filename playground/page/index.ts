import type { FastifyPluginAsync } from 'fastify'
import type { Clock } from '../../src/base/clock.ts'
import type { Stage } from '../stage.ts'
import { refuseOtherSites } from './guard.ts'
import { liveRoute } from './live.ts'
import { pageFiles } from './files.ts'
import { phoneRoutes } from './phones.ts'
import { stageRoutes } from './stages.ts'
import { describeWorld, type Progress } from './world.ts'

export { playgroundOperators, playgroundPeople, type PlaygroundPerson } from './people.ts'
export type { Progress, World } from './world.ts'

export interface PageNeeds {
  readonly stages: readonly Stage[]
  readonly clock: Clock
  /** Where groups and actions come from, in one French sentence without its full stop; `undefined` while nobody knows. */
  readonly movement?: () => string | undefined
  /** How far the first import is; `undefined` when none is under way. */
  readonly progress?: () => Progress | undefined
}

/**
 * The page with the phones, for the root of a web server: `/`, its files and what it asks for under `/playground/`. Nothing in it comes from
 * another server. Whoever reaches it plays anybody: it belongs on loopback.
 */
export const createPage =
  ({ stages, clock, movement, progress }: PageNeeds): FastifyPluginAsync =>
  async (web) => {
    const world = () => describeWorld({ stages, clock, movement, progress })
    refuseOtherSites(web)
    await pageFiles(web, stages)
    web.get('/playground/world', world)
    liveRoute(web, { stages, world })
    stageRoutes(web, stages)
    phoneRoutes(web, stages)
  }
