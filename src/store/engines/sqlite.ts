/** The embedded engine: node:sqlite under Kysely, write-ahead logging, FTS5 search. */

import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import { parseQuery, type Term } from '../../words/query.ts'
import type { Schema } from '../schema.ts'
import type { Engine, SearchRow, Store, Within } from './engine.ts'

/** A word in half of all articles is ranked among its newest: ranking a million rows takes half a second. */
const RANKED = 1500

/** Statements kept prepared; Kysely compiles the same text for the same query. */
const PREPARED = 500

export function openSqlite(file: string): Store {
  const database = new DatabaseSync(file, { timeout: 15_000 })
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; ' +
      'PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY',
  )
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver(database),
      createIntrospector: (inner) => new SqliteIntrospector(inner),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  return { db, engine: engine(database), close: () => db.destroy() }
}

function driver(database: DatabaseSync): Driver {
  const connection = connect(database)
  const raw = async (text: string) => void (await connection.executeQuery(CompiledQuery.raw(text)))
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    // Immediate: a deferred transaction that reads and then writes fails at once when another
    // connection wrote in between, without the busy timeout ever being tried.
    beginTransaction: () => raw('begin immediate'),
    commitTransaction: () => raw('commit'),
    rollbackTransaction: () => raw('rollback'),
    releaseConnection: async () => {},
    destroy: async () => database.close(),
  }
}

function connect(database: DatabaseSync): DatabaseConnection {
  const prepared = new Map<string, StatementSync>()
  const prepare = (text: string): StatementSync => {
    const known = prepared.get(text)
    if (known) return known
    if (prepared.size >= PREPARED) prepared.delete(prepared.keys().next().value as string)
    const statement = database.prepare(text)
    prepared.set(text, statement)
    return statement
  }
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const statement = prepare(query.sql)
      const values = query.parameters as SQLInputValue[]
      if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] }
      const { changes, lastInsertRowid } = statement.run(...values)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    },
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      // Not from the cache: a statement being iterated must not be run again in between.
      const statement = database.prepare(query.sql)
      for (const row of statement.iterate(...(query.parameters as SQLInputValue[])))
        yield { rows: [row as R] }
    },
  }
}

const engine = (database: DatabaseSync): Engine => ({
  name: 'sqlite',
  ddl: {
    id: 'integer primary key autoincrement',
    integer: 'integer',
    real: 'real',
    bytes: 'blob',
    flag: 'integer',
  },
  searchDdl: [
    `create virtual table search using fts5(title, text, content='', contentless_delete=1,
       tokenize="unicode61 remove_diacritics 2")`,
  ],
  search: (query, limit, offset, within) => sql<SearchRow>`
    select article, rank from (
      select rowid as article, bm25(search, 4.0, 1.0) as rank from search
      where search match ${matchExpression(query)} ${confined(within)} order by rowid desc limit ${within?.weighed ?? RANKED})
    order by rank, article desc limit ${limit} offset ${offset}`,
  matching: (query, limit, within) => sql<{ article: number }>`
    select rowid as article from search
    where search match ${matchExpression(query)} ${confined(within)} order by rowid desc limit ${limit}`,
  idList: (ids) => sql<number>`(select value from json_each(${JSON.stringify(ids)}))`,
  forUpdateSkipLocked: '',
  backup: async (to) => void (await backup(database, to)),
})

function confined({ articles, least, most }: Within = {}): RawBuilder<unknown> {
  return sql.join(
    [
      // A number from JavaScript is bound as a real one, and FTS5 stops early at integers alone.
      // The plus keeps the index from being asked for each id by itself, which takes seconds for thousands.
      ...(articles ? [sql`and +rowid in (select value from json_each(${JSON.stringify(articles)}))`] : []),
      ...(least === undefined ? [] : [sql`and rowid >= cast(${least} as integer)`]),
      ...(most === undefined ? [] : [sql`and rowid <= cast(${most} as integer)`]),
    ],
    sql` `,
  )
}

/** Turns what a person typed into an FTS5 expression that cannot fail: every term is quoted. */
export function matchExpression(query: string): string {
  const { groups, without } = parseQuery(query)
  const wanted = groups.map((group) => group.flatMap(expressed)).filter((group) => group.length > 0)
  if (wanted.length === 0) return '""'
  const all = wanted.map((group) => (group.length === 1 ? group[0] : `(${group.join(' OR ')})`)).join(' AND ')
  const unwanted = without.flatMap(expressed)
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`
}

function expressed({ text, where, prefix }: Term): readonly string[] {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu)
  if (!words) return []
  return [`${where === 'title' ? 'title : ' : ''}"${words.join(' ')}"${prefix ? '*' : ''}`]
}
