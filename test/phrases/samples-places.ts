import { paris } from '../../src/base/zones.ts'
import type { Commune, CommuneCode, Department, DepartmentCode } from '../../src/domain/territory/model.ts'

const long = 'Très long nom '.repeat(30).trim()

const commune: Commune = {
  is: 'commune',
  code: '93048' as CommuneCode,
  name: 'Montreuil',
  department: '93' as DepartmentCode,
  postalCodes: ['93100'],
  population: 111_934,
  precision: 'exact',
}
const former: Commune = { ...commune, formerly: 'Montreuil-sous-Bois' }
const department: Department = {
  is: 'department',
  code: '59' as DepartmentCode,
  name: 'Nord',
  within: 'dans le Nord',
  zone: paris,
}
const abroad: Department = {
  ...department,
  code: '99-06' as DepartmentCode,
  name: '6e circonscription de l’étranger (Suisse, Liechtenstein)',
}

/** Facts for the sentences about places. */
export const placesSamples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'places.areaName': [[commune], [former], [department], [abroad]],
  'places.around': [[commune], [former], [department], [{ is: 'spot', point: { lat: 0, lon: 0 } }]],
  'places.distance': [
    [0, false],
    [999, false],
    [1_400, false],
    [120_000, false],
    [0, true],
    [12_000, true],
  ],
  'places.short': [[commune], [department], [abroad]],
  'places.allOf': [[commune]],
  'places.several': [
    ['51300', 46, ['Blacy (51)', 'Couvrot (51)'], false],
    [long, 30, ['A', 'B'], true],
  ],
  'places.none': [
    ['xyz', []],
    ['xyz', ['Yzeux (80)']],
    [long, ['A', 'B', 'C']],
  ],
}
