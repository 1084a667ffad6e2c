import type { Connection } from './database.js'

/** A column that holds keys of a table. */
export interface ReferringColumn {
  readonly table: string
  readonly column: string
}

/**
 * The columns that hold keys of `table`, as the schema's references tell: also those of tables whose
 * own key is such a column (`sentences.result` holds keys of `articles`, and so of `results`).
 */
export function referringColumns(connection: Connection, table: string): ReferringColumn[] {
  const references = connection
    .prepare<[], ReferringColumn & { parent: string; isKey: number }>(
      `SELECT t.name AS "table", f."from" AS "column", f."table" AS parent,
         (SELECT count(*) = 1 AND min(c.name) = f."from" FROM pragma_table_info(t.name) c
          WHERE c.pk > 0) AS isKey
       FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
       WHERE t.type = 'table' ORDER BY t.name, f."from"`,
    )
    .all()
  const of = (parent: string): ReferringColumn[] =>
    references.flatMap((one) => {
      if (one.parent !== parent) return []
      const own = { table: one.table, column: one.column }
      return one.isKey === 1 ? [own, ...of(one.table)] : [own]
    })
  return of(table)
}

/** The tables whose rows hold up to a run, from which on they are of no use to readers. */
export function tablesWithHistory(connection: Connection): readonly string[] {
  return connection
    .prepare<[], string>(
      `SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'to_run'
       WHERE t.type = 'table' ORDER BY t.name`,
    )
    .pluck()
    .all()
}
