// @ts-check
import { html } from './preact.js'

/** Drawn in strokes on 24 × 24. */
const paths = {
  back: 'M15 5l-7 7 7 7',
  send: 'M4 12l16-8-5 16-4-6.5z M11 13.5L20 4',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  clip: 'M19 11.5l-7.4 7.4a4.6 4.6 0 01-6.5-6.5l8-8a3.1 3.1 0 014.4 4.4l-8 8a1.5 1.5 0 01-2.2-2.2l7.1-7.1',
  plus: 'M12 5v14M5 12h14',
  pin: 'M12 21s7-6.4 7-11.5a7 7 0 10-14 0C5 14.600 12 21 12 21z M12 12a2.500 2.500 0 100-5 2.500 2.500 0 000 5z',
  picture: 'M4 6h16v12H4z M4 16l5-5 4 4 3-2.500 4 3.500 M15.500 9.500v.01',
  close: 'M6 6l12 12M18 6L6 18',
  out: 'M14 5h5v5 M19 5l-8 8 M18 14v4.500H5.500V6H10',
  mute: 'M6 17h12l-1.500-2.500V11a4.500 4.500 0 00-9 0v3.500z M10.500 20h3 M4 4l16 16',
  hash: 'M10 4L8 20M16 4l-2 16M5 9h15M4 15h15',
  eye: 'M3 12s3.500-6 9-6 9 6 9 6-3.500 6-9 6-9-6-9-6z M12 14.500a2.500 2.500 0 100-5 2.500 2.500 0 000 5z',
  list: 'M5 7h14M5 12h14M5 17h14',
  ban: 'M12 20a8 8 0 100-16 8 8 0 000 16z M6.500 6.500l11 11',
  people:
    'M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7z M2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6 M15.500 4.500a3.500 3.500 0 010 6.200 M18 14.500c2.300.800 3.500 2.800 3.500 5.500',
  speaker: 'M4 10v4h3.500l9 5V5l-9 5z M19.500 9.500c1 1.500 1 3.500 0 5 M7.500 14l1.500 5.500',
  slash: 'M9 5h10v14H5V5z M14 8.500l-4 7',
  turn: 'M5 19v-6a5 5 0 015-5h9 M15 4l4 4-4 4',
  chat: 'M4 5h16v11H11l-4.500 4V16H4z',
  robot: 'M6 9h12v9H6z M12 9V5.500 M12 5v.01 M9.500 13v.01 M14.500 13v.01 M3.500 12.500v3 M20.500 12.500v3',
}

/** @typedef {keyof typeof paths} IconName */

/** Says nothing by itself: what it means is written beside it or on what holds it. @param {{ name: IconName }} props */
export const Icon = ({ name }) => html`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${paths[name]} /></svg>
`
