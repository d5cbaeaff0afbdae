/** Storage of one column; chosen by what the quantity needs, since hot loops are bound by memory. */
export interface ArrayOf {
  readonly f64: Float64Array;
  readonly f32: Float32Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly u16: Uint16Array;
  readonly u8: Uint8Array;
}

export type ColumnType = keyof ArrayOf;

export type Columns = Readonly<Record<string, ColumnType>>;

/** Rows are agents: `count` of them live in rows 0 .. count-1 of every column. */
export type Table<C extends Columns = Columns> = { readonly count: number } & {
  readonly [Name in keyof C]: ArrayOf[C[Name]];
};

/** Scalars that belong together, such as `market.price`. */
export type RecordOf<Names extends string = string> = { [Name in Names]: number };
