import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

/** Stands in the query where a value will be. */
export interface Places<Values extends object> {
  <Name extends keyof Values & string>(name: Name): Values[Name]
  /** Columns that are called as their values are. */
  of<Name extends keyof Values & string>(...names: readonly Name[]): Pick<Values, Name>
}

export interface PreparedQuery<Values extends object, Row> {
  readonly run: (db: Database, values: Values) => Promise<QueryResult<Row>>
  readonly first: (db: Database, values: Values) => Promise<Row | undefined>
}

/**
 * A query of the sign-in: its text is made once for each kind of database, and only the values change. Making the text anew
 * costs more than SQLite needs to answer it.
 * @param write the query must be the same whatever the values are
 */
export const preparedQuery =
  <Values extends object>() =>
  <Row>(write: (db: Database, value: Places<Values>) => Compilable<Row>): PreparedQuery<Values, Row> => {
    /** By what a database shares with its transactions. */
    const made = new WeakMap<object, CompiledQuery<Row>>()

    function compiledFor(db: Database): CompiledQuery<Row> {
      const { adapter } = db.getExecutor()
      const known = made.get(adapter)
      if (known !== undefined) return known
      const compiled = write(db, places<Values>()).compile()
      made.set(adapter, compiled)
      return compiled
    }

    function run(db: Database, values: Values): Promise<QueryResult<Row>> {
      const compiled = compiledFor(db)
      const parameters = compiled.parameters.map((one) =>
        one instanceof Place ? values[one.name as keyof Values] : one,
      )
      return db.executeQuery({ ...compiled, parameters })
    }

    return { run, first: async (db, values) => (await run(db, values)).rows[0] }
  }

class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

function places<Values extends object>(): Places<Values> {
  const place = (name: string) => new Place(name) as unknown
  const of = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, place(name)])) as unknown
  return Object.assign(place, { of }) as Places<Values>
}
