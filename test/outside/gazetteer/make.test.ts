import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { gazetteerFile } from '../../../src/outside/gazetteer/file.ts'
import { makeGazetteer, type Made } from '../../../src/outside/gazetteer/making.ts'
import { readSources } from '../../../src/outside/gazetteer/sources.ts'

describe('the committed gazetteer', () => {
  const file = readFileSync(gazetteerFile())
  let made: Made

  beforeAll(async () => {
    made = makeGazetteer(await readSources())
  })

  it('is what `npm run gazetteer` makes today', () => {
    // Not `toBe`: when they differ, a diff of two megabytes helps nobody.
    expect(gunzipSync(file).toString() === made.text).toBe(true)
  })

  it('is light enough to be committed', () => {
    expect(file.length).toBeLessThan(1_000_000)
  })

  it('covers what its README says', () => {
    const { communes, former, exact, about, nowhere, populationExact } = made.coverage
    expect({ communes, former, exact, about, nowhere }).toEqual({
      communes: 35_014,
      former: 2_522,
      exact: 14_783,
      about: 20_225,
      nowhere: 6,
    })
    expect(populationExact).toBeCloseTo(0.907, 3)
  })
})
