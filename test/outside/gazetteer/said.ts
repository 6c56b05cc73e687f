import type { Found } from '../../../src/domain/territory/model.ts'

/** An answer in one line, as a person would read it out: `Montreuil (93)`, `Nord`, `Montreuil (93) | Montreuil (85)`. */
export const said = (found: Found): string => {
  switch (found.is) {
    case 'one':
      return place(found.area)
    case 'several':
      return found.areas.map(place).join(' | ')
    case 'none':
      return 'nothing'
  }
}

export const place = (area: Extract<Found, { is: 'one' }>['area']): string =>
  area.is === 'department'
    ? area.name
    : `${area.name} (${area.department})${area.formerly === undefined ? '' : `, once ${area.formerly}`}`
