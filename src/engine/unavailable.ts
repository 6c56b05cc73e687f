/** The queue did not answer in time: what was asked may be done or not. A sweep finds what it should have woken. */
export class QueueUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('The queue does not answer', options)
    this.name = 'QueueUnavailable'
  }
}
