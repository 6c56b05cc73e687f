import { postgresServer, startPostgres } from './postgres.ts'

/** One PostgreSQL for all the tests of a run, each with databases of its own in it: to make one takes as long as many a test. */
export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env['TEST_DATABASE_URL'] !== undefined || postgresServer === undefined) return undefined
  const server = await startPostgres(postgresServer)
  process.env['TEST_DATABASE_URL'] = server.url
  return async () => {
    await server[Symbol.asyncDispose]()
  }
}
