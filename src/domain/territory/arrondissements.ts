/** The three cities whose arrondissements have postal codes and codes of their own. */
export const cities = [
  { name: 'paris', code: '75056', department: '75', first: 75_101, count: 20, postalCode: '75000' },
  { name: 'lyon', code: '69123', department: '69', first: 69_381, count: 9, postalCode: '69000' },
  { name: 'marseille', code: '13055', department: '13', first: 13_201, count: 16, postalCode: '13000' },
] as const

export const isCity = (code: string): boolean => cities.some((city) => city.code === code)

/** The code that nobody has but everybody writes: `75000`. */
export const cityOfPostalCode = (postalCode: string): string | undefined =>
  cities.find((city) => city.postalCode === postalCode)?.code

/** The codes of the arrondissements of that number, in one city or wherever there is one. */
export const arrondissements = (number: number, name?: string): readonly string[] =>
  cities
    .filter((city) => (name === undefined || city.name === name) && number >= 1 && number <= city.count)
    .map(({ first }) => String(first + number - 1))
