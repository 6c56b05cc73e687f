type Given<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K]
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The same object without what is `undefined`: what is not known is absent. */
export const given = <T extends object>(of: T): Given<T> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Given<T>
