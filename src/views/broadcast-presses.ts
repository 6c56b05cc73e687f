import type { BroadcastId } from '../base/ids.ts'
import { choice, id, press } from '../chat/index.ts'

const broadcast = id<BroadcastId>()

export const controls = ['pause', 'resume', 'cancel', 'withdraw'] as const
export type Control = (typeof controls)[number]

/** How it fares, as it is now. */
export const showProgress = press('progress', { broadcast })
export const controlBroadcast = press('broadcast', { broadcast, does: choice(controls) })
export const retryBroadcast = press('again', { broadcast, fate: choice(['gone', 'uncertain']) })
export const askWithdraw = press('take-back', { broadcast })
