import { describe, expect, test } from 'vitest'
import { readAddress } from '../../../src/domain/follows/model.ts'

const root = 'https://actionpopulaire.fr'
const id = '00000000-0000-4000-8000-0000000000a1'
const group = `/groupes/${id}/icalendar.ics`

describe('the address of a calendar', () => {
  test.each([
    [`${root}${group}`, group],
    [`webcal://actionpopulaire.fr${group}`, group],
    [`https://www.actionpopulaire.fr/groupes/${id}/`, group],
    [`actionpopulaire.fr/groupes/${id.toUpperCase()}`, group],
    [`  ${root}/groupes/${id}/icalendar/  `, group],
    [`${root}/evenements/${id}/`, `/evenements/${id}/icalendar.ics`],
    [`${root}/agenda/national/icalendar.ics`, '/agenda/national/icalendar.ics'],
    [`${root}/evenements/sous-types/6/icalendar.ics`, '/evenements/sous-types/6/icalendar.ics'],
    // What logs its reader in stays out.
    [`https://amel:secret@actionpopulaire.fr${group}?p=123&code=abc-def#part`, group],
  ])('%s', (typed, path) => {
    expect(readAddress(root, typed)).toEqual({ is: 'calendar', path })
  })

  test.each([
    'https://evil.example.test/groupes/x/icalendar.ics',
    `https://actionpopulaire.fr.evil.example.test${group}`,
    `https://actionpopulaire.fr@evil.example.test${group}`,
    `https://actionpopulaire.fr:8443${group}`,
    'file:///etc/passwd',
    'http://127.0.0.1/',
    'bonjour à tous',
    '',
  ])('is not of that site: %s', (typed) => {
    expect(readAddress(root, typed)).toEqual({ is: 'elsewhere' })
  })

  test.each([
    `${root}/`,
    `${root}/groupes/${id}/gestion/`,
    `${root}/groupes/../groupes/${id}/../../admin`,
    `${root}/api/groupes/${id}/`,
    `${root}/connexion/?next=/groupes/${id}/icalendar.ics`,
  ])('is no calendar: %s', (typed) => {
    expect(readAddress(root, typed)).toEqual({ is: 'no-calendar' })
  })
})
