/** Drizzle repeats the values of a failed query at the end of what it says, and those are people's. */
export const withoutValues = (message: string): string => message.replace(/\s*params:[^]*$/, '')
