/** How long whoever asks a queue waits when it is away, in milliseconds. */
export const patience = 2_000
