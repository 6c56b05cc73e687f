import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { postgresServer, startPostgres } from './postgres.ts'

/** A database of our own on a PostgreSQL server, gone when it is disposed of. */
export interface OwnDatabase extends AsyncDisposable {
  readonly url: string
}

const given = process.env['TEST_DATABASE_URL']

/** Whether there is a server to test against: that of `TEST_DATABASE_URL`, or a program to start one. */
export const hasPostgres = given !== undefined || postgresServer !== undefined

/** `from`: an existing database of the same server, which nobody may use meanwhile, to make a copy of. */
export const createDatabase = async (server: string, from = 'template1'): Promise<OwnDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`
  const ask = async (statement: string): Promise<void> => {
    const sql = postgres(server, { max: 1, onnotice: () => {} })
    await sql.unsafe(statement)
    await sql.end()
  }
  await ask(`create database ${name} template ${from}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => ask(`drop database if exists ${name} with (force)`),
  }
}

/** The server of `TEST_DATABASE_URL`, or one started for as long as it is needed. */
export const aPostgres = async (): Promise<AsyncDisposable & { readonly url: string }> =>
  given === undefined
    ? startPostgres(postgresServer ?? '')
    : { url: given, [Symbol.asyncDispose]: async () => {} }
