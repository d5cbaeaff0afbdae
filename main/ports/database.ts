/** What a cell of an answer may be, whatever its type in the database. */
export type Value = null | boolean | number | bigint | string;

/** Rows that came together. */
export interface Answer {
  readonly columns: readonly string[];
  /** In pieces, as they are computed. */
  readonly rows: AsyncIterable<readonly (readonly Value[])[]>;
}

/** A database that only answers: it changes nothing and reads no file but those it was opened with. */
export interface Database {
  /** Answers one `select`. Throws `sql.refused`, with what the database says of it. */
  ask(sql: string): Promise<Answer>;
  close(): Promise<void>;
}

export interface DatabaseContents {
  /** The only files that can be read. */
  readonly files: readonly string[];
  /** Statements that make the tables and views. */
  readonly setUp: readonly string[];
}
