// @ts-check

/** What a link to a bot carries, or `undefined` for a link to something else. @param {string} url */
export const startIn = (url) => {
  if (!URL.canParse(url)) return undefined
  const { hostname, pathname, searchParams } = new URL(url)
  if (hostname !== 't.me' && hostname !== 'telegram.me') return undefined
  const bare = /^\/\w+bot\/?$/i.test(pathname) && searchParams.size === 0
  return searchParams.get('start') ?? (bare ? '' : undefined)
}

/** A link to the bot is followed on the phone; every other one opens as it does. @param {(start: string) => void} follow */
export const doorTo = (follow) => (/** @type {string} */ url) => {
  const start = startIn(url)
  return start === undefined ? undefined : () => follow(start)
}
