import type { Sleep } from '../../base/sleep.ts'
import type { Call } from './call.ts'
import { TelegramFault, type Told } from './faults.ts'
import type { Request } from './write.ts'

const someTries = 6

/** What becomes of a request is not a message: it is done again until it is done. The result. @throws TelegramFault */
export const createPersist =
  ({ call, sleep }: { readonly call: Call; readonly sleep: Sleep }) =>
  async (request: Request, signal?: AbortSignal, mostTries = someTries): Promise<unknown> => {
    let told: Told = { is: 'uncertain' }
    for (let tries = 0; tries < mostTries; tries += 1) {
      told = await call(request, signal)
      switch (told.is) {
        case 'done':
          return told.result
        case 'same':
          return undefined
        case 'later':
          await sleep(told.inMs, signal)
          break
        case 'uncertain':
          signal?.throwIfAborted()
          break
        case 'gone':
          throw new TelegramFault(request.method, 400, told.words)
        case 'moved':
        case 'no-topic':
          throw new TelegramFault(request.method, 400, told.is)
      }
    }
    throw new TelegramFault(request.method, 0, `no answer (${told.is})`)
  }
