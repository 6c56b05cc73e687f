// @ts-check
/** @import { Drawn } from './preact.js' */
import { html } from './preact.js'

/** The few that the bot uses, for machines whose fonts have none. Layers of a colour and a path on 24 × 24. @type {Readonly<Record<string, readonly (readonly [string, string])[]>>} */
const drawn = {
  '📍': [
    ['#d92b45', 'M12 1.500a7 7 0 00-7 7c0 5.200 7 14 7 14s7-8.800 7-14a7 7 0 00-7-7z'],
    ['#fff', 'M12 11.500a3 3 0 100-6 3 3 0 000 6z'],
  ],
  '📆': [
    ['#8b95a5', 'M3 4.500h18v17H3z'],
    ['#fff', 'M4.500 9h15v11h-15z'],
    ['#d92b45', 'M3 3.500h18V8H3z'],
    [
      '#5a6270',
      'M7 1.500h2V6H7zM15 1.500h2V6h-2zM7 11h2.500v2H7zM11 11h2.500v2H11zM15 11h2.500v2H15zM7 15h2.500v2H7zM11 15h2.500v2H11z',
    ],
  ],
  '👥': [
    ['#7d8da8', 'M16 12a4 4 0 100-8 4 4 0 000 8zM9 21c0-5 3-8 7-8s7 3 7 8z'],
    [
      '#4a5f85',
      'M8.500 12.500a4.500 4.500 0 100-9 4.500 4.500 0 000 9zM.500 22c0-5.500 3.500-8.500 8-8.500s8 3 8 8.500z',
    ],
  ],
  '✅': [
    ['#2c8a4b', 'M3 3h18v18H3z'],
    ['#fff', 'M10 17.500l-5-5 2-2 3 3 7-7 2 2z'],
  ],
  '❌': [
    [
      '#d92b45',
      'M4 6.500L6.500 4 12 9.500 17.500 4 20 6.500 14.500 12l5.500 5.500-2.500 2.500-5.500-5.500L6.500 20 4 17.500 9.500 12z',
    ],
  ],
  '⚠️': [
    ['#f2b01e', 'M12 2l11 19.500H1z'],
    ['#3b2a00', 'M11 9h2v6.500h-2zM11 17h2v2h-2z'],
  ],
  '📣': [
    ['#d92b45', 'M2 10l13-6v15L2 14.500z'],
    ['#8b95a5', 'M5 15.500l4 1.500-1 4.500H6z'],
    ['#f2b01e', 'M17 6c3.500 2 3.500 9 0 11z'],
  ],
  '🔔': [
    ['#f2b01e', 'M12 2.500c4 0 6 3 6 6.500v5l2.500 4h-17L6 14V9c0-3.500 2-6.500 6-6.500z'],
    ['#a87400', 'M9.500 19h5a2.500 2.500 0 01-5 0z'],
  ],
  '🔗': [
    [
      '#4a5f85',
      'M9.500 16l-2 2a3.200 3.200 0 01-4.500-4.500l4-4a3.200 3.200 0 014.500 0l-1.700 1.700a.900.900 0 00-1.200 0l-4 4a.900.900 0 001.300 1.300l2-2zM14.500 8l2-2A3.200 3.200 0 0121 10.500l-4 4a3.200 3.200 0 01-4.500 0l1.700-1.700a.900.900 0 001.200 0l4-4a.900.900 0 00-1.300-1.300l-2 2z',
    ],
  ],
  '💬': [['#6a83b5', 'M3 3.500h18v13H11L5.500 21v-4.500H3z']],
  '🗓️': [
    ['#8b95a5', 'M3 4.500h18v17H3z'],
    ['#fff', 'M4.500 9h15v11h-15z'],
    ['#4a5f85', 'M3 3.500h18V8H3z'],
    ['#5a6270', 'M7 11h2.500v2H7zM11 11h2.500v2H11zM15 11h2.500v2H15zM7 15h2.500v2H7zM11 15h2.500v2H11z'],
  ],
  '🧩': [['#2c8a4b', 'M3 8h4.500a2.800 2.800 0 115.500 0h5v5a2.800 2.800 0 110 5.500V22H3z']],
  '🔁': [
    [
      '#2f6fb5',
      'M4 11V9a4 4 0 014-4h9V2l5 4.500-5 4.500V8H8a1 1 0 00-1 1v2zM20 13v2a4 4 0 01-4 4H7v3l-5-4.500L7 13v3h9a1 1 0 001-1v-2z',
    ],
  ],
  '🔓': [
    ['#8b95a5', 'M6 11V7a5 5 0 0110 0h-2.500a2.500 2.500 0 00-5 0v4z'],
    ['#f2b01e', 'M4 11h15v11H4z'],
  ],
  '⏳': [
    ['#cfe3f5', 'M7 4h10v4l-4 4 4 4v4H7v-4l4-4-4-4z'],
    ['#f2b01e', 'M8.500 6.500h7V8L12 11.500 8.500 8zM12 14l4 3.500V20H8v-2.500z'],
    ['#8a5a2b', 'M5 1.500h14V4H5zM5 20h14v2.500H5z'],
  ],
  '🚗': [
    ['#d92b45', 'M2 12l2.500-6.500h15L22 12v7H2z'],
    ['#cfe3f5', 'M5 11.500L6.500 8h11l1.500 3.500z'],
    ['#3b3f4a', 'M4 18h4v3.500H4zM16 18h4v3.500h-4z'],
  ],
}

const anyOfThem = new RegExp(`(${Object.keys(drawn).join('|')})`, 'u')

/** Whether this machine's fonts have colours for one of them. */
const fontsHaveThem = () => {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return true
  context.font = '20px sans-serif'
  context.fillStyle = '#000'
  context.fillText('📍', 0, 20)
  const { data } = context.getImageData(0, 0, 30, 30)
  return data.some((value, at) => at % 4 === 0 && Math.abs(value - (data[at + 1] ?? value)) > 40)
}

/** @type {boolean | undefined} */
let needed

/** The words, with a drawing for each emoji that would otherwise be an empty box. @param {string} text @returns {readonly Drawn[]} */
export const withEmoji = (text) => {
  needed ??= !fontsHaveThem()
  if (!needed) return [text]
  return text.split(anyOfThem).map((part) => {
    const layers = drawn[part]
    return layers
      ? html`<svg class="emoji" viewBox="0 0 24 24" role="img" aria-label=${part}>
          ${layers.map(([fill, path]) => html`<path fill=${fill} d=${path} />`)}
        </svg>`
      : part
  })
}
