import { deeds, roles } from '../../src/domain/rights/model.ts'

const long = 'Très long nom '.repeat(30).trim()

/** Facts for the sentences about rights, invitations, links and announcements. */
export const rightsSamples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'rights.notAllowed': deeds.flatMap((deed) => [
    [{ deed, who: ['animator'] }],
    [{ deed, place: long, who: roles }],
  ]),
  'refusals.not-allowed': deeds.map((deed) => [{ deed, who: ['animator'] }]),
}
