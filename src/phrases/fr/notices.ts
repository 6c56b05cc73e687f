import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import { say } from './typography.ts'

/** What people are told without having asked at that moment. */
export const notices = {
  calledOff: (name: string, when: Rich): Rich =>
    say`${bold(clip(name, 90))}, prévue ${when}, n’a pas lieu : ne vous déplacez pas.`,
  /** Every one says why it came. */
  becauseAnswered: say`Je vous l’écris parce que vous aviez répondu à cette action.`,
}
