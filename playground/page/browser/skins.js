// @ts-check

/**
 * How a platform's own client behaves, where it changes what one can do.
 * @typedef {object} Skin
 * @property {string} name As people call it.
 * @property {'line' | 'fields'} commands A command is typed as one line, or its options are fields.
 * @property {boolean} positions
 * @property {boolean} links Links to the bot carry words.
 * @property {'bubbles' | 'servers'} draws
 */

/** @type {Readonly<Record<string, Skin>>} */
const skins = {
  telegram: { name: 'Telegram', commands: 'line', positions: true, links: true, draws: 'bubbles' },
  discord: { name: 'Discord', commands: 'fields', positions: false, links: false, draws: 'servers' },
}

/** @param {string} platform @returns {Skin} */
export const skinOf = (platform) =>
  skins[platform] ?? { name: platform, commands: 'line', positions: false, links: false, draws: 'bubbles' }
