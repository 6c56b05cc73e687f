/** What a page of the board is asked with: only to read. */
export interface BoardRequest {
  /** Below the board's own address, decoded: `/`, `/api/queues`. */
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
}

export interface BoardAnswer {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
}

/** Pages that show what waits, is under way, and has failed. `undefined`: there is no such page. */
export type Board = (request: BoardRequest) => Promise<BoardAnswer | undefined>
