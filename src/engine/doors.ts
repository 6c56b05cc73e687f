/** The most that comes after `?start=`. */
const most = 64
const between = '--'

/**
 * What comes after `?start=` to give that command in private, with the line that was typed after it; without the line where that is too
 * long. The line is encoded, not hidden: it was typed where the link is.
 */
export const doorTo = (command: string, line: string): string => {
  const whole = line === '' ? command : `${command}${between}${Buffer.from(line).toString('base64url')}`
  return whole.length <= most ? whole : command
}

/** The other way round; whether there is such a command is for others to say. */
export const behindDoor = (start: string): { readonly name: string; readonly line: string } => {
  const [name = '', ...line] = start.split(between)
  return { name, line: Buffer.from(line.join(between), 'base64url').toString() }
}
