/*
 * Loaded before the program: whoever started it moves its clock by so many milliseconds. `wall`: as when somebody sets the machine's; timers
 * go on as they do then. `all`: that much time has passed, as far as a program can tell that asks for it.
 */
const now = Date.now
const uptime = performance.now.bind(performance)
let wall = 0
let passed = 0

globalThis.Date = new Proxy(Date, {
  construct: (of, given) => Reflect.construct(of, given.length === 0 ? [now() + wall] : given),
  get: (of, name) => (name === 'now' ? () => now() + wall : Reflect.get(of, name)),
})
performance.now = () => uptime() + passed

process.on('message', (/** @type {{ clock: 'wall' | 'all', ms: number }} */ { clock, ms }) => {
  wall += ms
  if (clock === 'all') passed += ms
})
// Nobody waits for the next one.
process.channel?.unref()
