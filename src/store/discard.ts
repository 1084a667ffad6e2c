import type { Connection } from './database.js'
import { referringColumns } from './referring-columns.js'

/** How many rows of each table were deleted; tables without any are left out. */
export type DeletedRows = Readonly<Record<string, number>>

/** Deletes rows and counts them by table. The caller holds the transaction. */
export class Discarder {
  readonly deleted: Record<string, number> = {}

  constructor(private readonly connection: Connection) {}

  /** Deletes the rows of `table` for which `condition` holds; gives their number. */
  delete(table: string, condition: string, values: Readonly<Record<string, unknown>> = {}): number {
    const { changes } = this.connection
      .prepare<[object]>(`DELETE FROM ${table} WHERE ${condition}`)
      .run(values)
    if (changes > 0) this.deleted[table] = (this.deleted[table] ?? 0) + changes
    return changes
  }

  /** Deletes the rows of `table` with the keys that `selection` gives, and all that refers to them. */
  deleteWithReferences(table: string, selection: string): void {
    this.connection.exec(`
      DROP TABLE IF EXISTS temp.doomed;
      CREATE TEMP TABLE doomed (key INTEGER PRIMARY KEY);
      INSERT INTO temp.doomed ${selection};`)
    const doomed = 'IN (SELECT key FROM temp.doomed)'
    for (const { table: child, column } of referringColumns(this.connection, table))
      this.delete(child, `${column} ${doomed}`)
    this.delete(table, `key ${doomed}`)
    this.connection.exec('DROP TABLE temp.doomed')
  }

  /**
   * Deletes what nothing leads to any more: results that no run's readers see, documents without
   * results, bodies and pages of none, the files of pipelines that no run or result needs. What a killed run
   * has done for the next one to take up stays.
   */
  deleteOrphans(): void {
    this.deleteWithReferences(
      'results',
      `SELECT key FROM results WHERE key NOT IN (SELECT result FROM validity)
       AND run < (SELECT ifnull(max(id), 0) FROM runs WHERE status = 'finished')`,
    )
    this.deleteWithReferences(
      'documents',
      'SELECT key FROM documents WHERE key NOT IN (SELECT document FROM results)',
    )
    for (const table of ['bodies', 'pages']) {
      const uses = referringColumns(this.connection, table).map(
        ({ table, column }) => `SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL`,
      )
      this.delete(table, `key NOT IN (${uses.join(' UNION ')})`)
    }
    const used =
      'SELECT pipeline FROM runs WHERE cleared IS NULL UNION SELECT pipeline FROM results'
    this.delete('pipeline_files', `pipeline NOT IN (${used})`)
    this.delete('files', 'sha256 NOT IN (SELECT file FROM pipeline_files)')
    // A state whose files are gone is stored anew when it comes again.
    this.connection.exec(`UPDATE pipelines SET stages = NULL WHERE key NOT IN (${used})`)
    // A key that is free may be given again: claims have to be asked for from there on.
    this.connection.exec(
      'UPDATE claim_index SET upto = min(upto, (SELECT ifnull(max(key), 0) FROM results))',
    )
  }
}
