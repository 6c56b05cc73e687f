import type { Account } from '../people/model.ts'

/** Was that account named by whoever runs the program? */
export const isOperator = (operators: readonly Account[], { platform, key }: Account): boolean =>
  operators.some((each) => each.platform === platform && each.key === key)
