import { z } from 'zod'
import { length } from '../../../src/base/text.ts'
import { isSnowflake } from '../snowflakes.ts'
import { invalid, type Wrong } from '../refusal.ts'

/** Rules are zod's; what is wrong carries Discord's own code. */
const wrong = (code: string, message: string) => ({ code: 'custom', params: { code }, message }) as const

/** Counted in code points. */
export const text = (least: number, most: number) =>
  z.string().superRefine((value, context) => {
    const points = length(value)
    if (points > most) context.addIssue(wrong('BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`))
    else if (points < least && least === 1)
      context.addIssue(wrong('BASE_TYPE_REQUIRED', 'This field is required'))
    else if (points < least)
      context.addIssue(wrong('BASE_TYPE_MIN_LENGTH', `Must be ${least} or more in length.`))
  })

export const snowflake = z.union([z.string(), z.number().int()]).transform((value, context) => {
  const id = String(value)
  if (!isSnowflake(id)) context.addIssue(wrong('NUMBER_TYPE_COERCE', `Value "${id}" is not snowflake.`))
  return id
})

export const address = (most: number, schemes: readonly string[]) =>
  text(1, most).superRefine((value, context) => {
    const scheme = URL.canParse(value) ? new URL(value).protocol : undefined
    if (scheme === undefined) context.addIssue(wrong('URL_TYPE_INVALID_URL', 'Not a well formed URL.'))
    else if (!schemes.includes(scheme))
      context.addIssue(
        wrong(
          'URL_TYPE_INVALID_SCHEME',
          `Scheme "${scheme}" is not supported. Scheme must be one of ${schemes.join(', ')}`,
        ),
      )
  })

/** Null is as good as nothing. */
export const maybe = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? undefined)

export const refine = (
  context: z.RefinementCtx,
  code: string,
  message: string,
  path: (string | number)[] = [],
) => {
  context.addIssue({ ...wrong(code, message), path })
}

type Issue = z.core.$ZodIssue

const keysOf = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((key) => (typeof key === 'symbol' ? String(key) : key))

const coded = (issue: Issue): Omit<Wrong, 'path'> => {
  const own: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined
  if (typeof own === 'string') return { code: own, message: issue.message }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
  if (issue.code === 'too_big')
    return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
  if (issue.code === 'too_small')
    return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` }
  if (issue.code === 'invalid_value')
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${issue.values.join(', ')}).` }
  return { code: 'BASE_TYPE_BAD_TYPE', message: issue.message }
}

const wrongs = (issue: Issue): Wrong[] => {
  const path = keysOf(issue.path)
  if (issue.code !== 'unrecognized_keys') return [{ path, ...coded(issue) }]
  return issue.keys.map((key) => ({
    path: [...path, key],
    code: 'UNKNOWN_PARAMETER',
    message: 'Discord knows no such parameter.',
  }))
}

/**
 * The body as the rules read it. Parameters that Discord does not know are refused here, though Discord lets them pass: they are always a mistake.
 * @throws Refusal
 */
export const checked = <S extends z.ZodType>(
  rules: S,
  body: unknown,
  path: readonly (string | number)[] = [],
): z.output<S> => {
  const read = rules.safeParse(body ?? {}, { reportInput: true })
  if (read.success) return read.data
  throw invalid(
    ...read.error.issues.flatMap(wrongs).map((found) => ({ ...found, path: [...path, ...found.path] })),
  )
}
