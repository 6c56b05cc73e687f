declare const brand: unique symbol

/** A `T` that only its own maker can produce: a group's id is never taken for a person's. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
