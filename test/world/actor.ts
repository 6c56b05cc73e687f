import type { Message, Said } from '../../src/chat/index.ts'
import type { Standing } from '../../src/domain/links/model.ts'
import type { Point } from '../../src/domain/territory/model.ts'

/** Somebody who uses the commands. */
export interface Actor {
  /** `/actions Montreuil samedi`, or free text. */
  says(text: string): Promise<readonly Message[]>
  /** A slash command with its options, as Discord sends it. */
  asks(command: string, options?: Readonly<Record<string, string>>): Promise<readonly Message[]>
  /** The button of that label, among the messages last seen. */
  presses(label: string): Promise<readonly Message[]>
  /** A route as it was stored in a button, or made up. */
  sends(route: string): Promise<readonly Message[]>
  /** The window that is open. */
  fills(answers: Readonly<Record<string, string>>): Promise<readonly Message[]>
  shares(point: Point): Promise<readonly Message[]>
  does(said: Said, standing?: Standing): Promise<readonly Message[]>
  /** The words of what was last answered. */
  seen(): string
  /** The labels of the buttons last seen. */
  buttons(): readonly string[]
}
