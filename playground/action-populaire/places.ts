import { of } from '../movement/french.ts'
import type { MadeUpPlace } from '../movement/index.ts'

export const point = ({ lon, lat }: MadeUpPlace): object => ({ type: 'Point', coordinates: [lon, lat] })

export const isAbroad = ({ country }: MadeUpPlace): boolean => country === 'BE' || country === 'MC'

const commune = (place: MadeUpPlace): object | null =>
  isAbroad(place) ? null : { name: place.city, nameOf: of(place.city) }

/** Without address, as anonymous readers see a group's. */
export const groupLocation = (place: MadeUpPlace, located: boolean): object =>
  place.postalCode === '' && place.city === ''
    ? {}
    : {
        zip: place.postalCode,
        city: place.city,
        departement: isAbroad(place) ? null : place.department,
        country: place.country,
        commune: commune(place),
        shortLocation: place.city,
        coordinates: located ? point(place) : null,
        staticMapUrl: '',
      }

/** In full, as every reader sees an event's; `{}` for what happens on a screen. */
export const eventLocation = (place: MadeUpPlace | undefined): object =>
  place === undefined
    ? {}
    : {
        name: place.name,
        address1: place.address,
        address2: '',
        zip: place.postalCode,
        city: place.city,
        departement: isAbroad(place) ? null : place.department,
        country: place.country,
        address: `${place.address}\n${place.postalCode} ${place.city}`,
        commune: commune(place),
        shortAddress: `${place.address}, ${place.postalCode}, ${place.city}`,
        shortLocation: `${place.name} (${place.city})`,
        coordinates: point(place),
        staticMapUrl: `/media/maps/${place.postalCode}.png`,
      }
