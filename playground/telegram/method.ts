import type { Params } from './parameters.ts'
import type { World } from './world.ts'

/** One method of the Bot API. @throws Refusal. */
export type Method = (world: World, params: Params) => unknown

export type Methods = Readonly<Record<string, Method>>
