import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerMarket } from '../../../test/bench/provider-market.ts';
import { providerMarketRows } from '../../../test/bench/provider-market-rows.ts';
import type { ArrayOf, ColumnType } from '../../contract/columns.ts';
import { RowList } from '../row-list.ts';
import { run } from '../run.ts';
import { blockRows } from '../sum.ts';
import { columnMaker } from './column-memory.ts';
import { CompiledPass } from './compiled-pass.ts';
import type { Declaration, Pass, RowResult } from './declaration.ts';
import { Evaluator } from './evaluate.ts';
import type { Flag, Term } from './terms.ts';
import { trace } from './trace.ts';

const columns = {
  price: 'f64',
  amount: 'f64',
  share: 'f32',
  until: 'i32',
  id: 'u32',
  visits: 'u16',
  status: 'u8',
  region: 'u8',
} as const;
const tables = { banned: 'u8', factor: 'f64' } as const;
const regions = 7;

/** One thing that a row function does with what it has so far. */
type Instruction = readonly [name: string, first: number, second: number, third: number];

const binary = ['plus', 'minus', 'times', 'over', 'min', 'max'] as const;
const unary = ['sqrt', 'abs'] as const;
const relations = ['below', 'above', 'atMost', 'atLeast', 'is'] as const;
const logic = ['and', 'or', 'andNot'] as const;
const others = ['not', 'choose', 'chooseNothing'] as const;
const instructions = fc.array(
  fc.tuple(
    fc.constantFrom<string>(...binary, ...unary, ...relations, ...logic, ...others),
    fc.nat(99),
    fc.nat(99),
    fc.nat(99),
  ),
  { minLength: 5, maxLength: 60 },
);

const hard = [0, -0, 1, -1, 0.5, 5e-324, 1e308, -1e308, Infinity, -Infinity, NaN, 3.7, 2 ** 31, 2 ** 53];

/** A row function that does these things, and gives back what came of the last of them. */
function declarationOf(program: readonly Instruction[], isPartial: boolean): Declaration {
  return {
    columns,
    tables,
    scalars: ['rate'],
    luck: ['first', 'second'],
    agent: 'id',
    row({ column, scalar, luck, lookup }) {
      const terms: Term[] = [
        ...Object.values(column),
        ...[scalar.rate, luck.first, luck.second].filter((term) => term !== undefined),
        ...[lookup('banned', 'region'), lookup('factor', 'region')],
      ];
      const { price, amount, until, status } = column;
      if (!price || !amount || !until || !status) throw new Error('a column is missing');
      const flags: Flag[] = [status.is(2), price.below(amount)];
      const any = <Item>(items: readonly Item[], at: number): Item => {
        const item = items[at % items.length];
        if (item === undefined) throw new Error('there is none');
        return item;
      };
      for (const [name, i, j, k] of program) {
        const [a, b, flag, other] = [any(terms, i), any(terms, j), any(flags, k), any(flags, i)];
        const asBinary = binary.find((each) => each === name);
        const asUnary = unary.find((each) => each === name);
        const asRelation = relations.find((each) => each === name);
        if (asBinary) terms.push(a[asBinary](k < 10 ? (hard[k] ?? 0) : b));
        else if (asUnary) terms.push(a[asUnary]());
        else if (asRelation) flags.push(a[asRelation](b));
        else if (name === 'andNot') flags.push(flag.and(other.not()));
        else if (name === 'and') flags.push(flag.and(other));
        else if (name === 'or') flags.push(flag.or(other));
        else if (name === 'not') flags.push(flag.not());
        else if (name === 'chooseNothing') terms.push(k % 2 === 0 ? flag.choose(a, 0) : flag.choose(0, a));
        else terms.push(flag.choose(a, b));
      }
      const [last, before] = [any(terms, terms.length - 1), any(terms, terms.length - 2)];
      const [holds, held] = [any(flags, flags.length - 1), any(flags, flags.length - 2)];
      const result: RowResult<string, string, string> = {
        set: {
          amount: last,
          share: before,
          price: holds.choose(before, price),
          until: held.choose(holds.choose(7, -3), until),
          visits: held.choose(holds.choose(65_535, 4), 0),
          status: holds.choose(held.choose(4, 255), status),
          id: holds.choose(5, 4_000_000_000),
        },
        sum: { all: last, some: holds.choose(before, 0) },
        count: { held, holds },
        ...(isPartial ? { only: holds.or(held) } : {}),
      };
      return result;
    },
  };
}

const nothing = { scalars: {}, luck: {}, tables: {} };

type World = Record<keyof typeof columns | keyof typeof tables, ArrayOf[ColumnType]>;

/** Columns with numbers of all kinds: the same in a memory of their own and as arrays. */
function worldsOf(count: number, values: readonly number[]): readonly [World, World] {
  const types = { ...columns, ...tables };
  const make = columnMaker([{ rows: count, types: Object.values(types) }]);
  const plain = columnMaker([]);
  const filled = (maker: typeof make): World => {
    const entries = Object.entries(types).map(([name, type], at) => {
      const column = maker(type, name in tables ? regions : count);
      for (let i = 0; i < column.length; i++) {
        const value = values[(i * (at + 1) + (i >>> 3)) % values.length] ?? 0;
        column[i] = name === 'region' ? i % regions : type === 'f64' || type === 'f32' ? value : i * 977 + at;
      }
      if (name === 'status') for (let i = 0; i < count; i++) column[i] = (i * i + (i >> 4)) % 5;
      return [name, column] as const;
    });
    return Object.fromEntries(entries) as World;
  };
  return [filled(make), filled(plain)];
}

/** What a pass leaves behind: sums and counts of all blocks, then every column. */
function outcome(
  perform: Evaluator | CompiledPass | undefined,
  pass: Pass,
  totals: number,
): readonly ArrayLike<number>[] {
  const sums: number[] = [];
  for (let block = 0; block * blockRows < pass.count; block++) {
    const found = new Float64Array(totals);
    perform?.block(pass, block, found);
    sums.push(...found);
  }
  return [sums, ...Object.values(pass.columns)];
}

/** The first number that is another, bit by bit; one NaN is as good as another. */
function difference(
  some: readonly ArrayLike<number>[],
  others: readonly ArrayLike<number>[],
): string | undefined {
  for (const [which, numbers] of some.entries())
    for (let i = 0; i < numbers.length; i++)
      if (!Object.is(numbers[i], others[which]?.[i]))
        return `${which}, ${i}: ${numbers[i]} and ${others[which]?.[i]}`;
  return undefined;
}

const counts = fc.constantFrom(256, 301, blockRows, blockRows + 2, 2 * blockRows + 1027);
/** Statuses that are listed, as bits: none (all rows are passed over), few, or most. */
const lists = fc.constantFrom(undefined, 0, 1 << 2, 0b11110);

describe('a row function', () => {
  it('gives the same bits in WebAssembly and in JavaScript, over all rows and over those of a list', () => {
    const values = fc.array(fc.oneof(fc.constantFrom(...hard), fc.double()), { minLength: 8, maxLength: 64 });
    fc.assert(
      fc.property(
        instructions,
        counts,
        lists,
        values,
        fc.boolean(),
        (program, count, wanted, numbers, part) => {
          const declared = declarationOf(program, part);
          const graph = trace(declared);
          const totals = graph.sums.length + graph.counts.length;
          const [fast, plain] = worldsOf(count, numbers).map((world) => {
            const rows = new RowList();
            if (wanted !== undefined) rows.gather(Uint8Array.from(world.status), wanted);
            return {
              ...{ count, columns: world, tables: world, scalars: { rate: 0.37 } },
              luck: { first: { k0: 12_345, k1: -678 }, second: { k0: -1, k1: 99 } },
              ...(wanted === undefined ? {} : { rows }),
            } satisfies Pass;
          });
          if (!fast || !plain) throw new Error('there are two worlds');
          const compiled = new CompiledPass(declared, graph).over(fast);
          expect(compiled, 'compiled').toBeDefined();
          const evaluated = outcome(new Evaluator(graph, declared.agent), plain, totals);
          expect(difference(outcome(compiled, fast, totals), evaluated)).toBeUndefined();
        },
      ),
      { numRuns: 100 },
    );
  });
});

it('leaves no row of an earlier, longer list in the way', () => {
  const declared: Declaration = {
    columns: { amount: 'f64', status: 'u8' },
    row: ({ column }) => ({ set: column.amount ? { amount: column.amount.plus(1) } : {} }),
  };
  const compiled = new CompiledPass(declared, trace(declared));
  const make = columnMaker([{ rows: 256, types: ['f64', 'u8'] }]);
  const [amount, status] = [make('f64', 256), make('u8', 256)];
  const rows = new RowList();
  const add = (): void => {
    const pass = { count: 256, columns: { amount, status }, rows: rows.gather(status, 2) };
    compiled.over({ ...pass, ...nothing })?.block({ ...pass, ...nothing }, 0, new Float64Array(0));
  };
  status.fill(1, 0, 7);
  add();
  status[0] = 0;
  add();
  expect([...amount.subarray(0, 9)]).toEqual([1, 2, 2, 2, 2, 2, 2, 0, 0]);
});

describe('P1 as row kernels', () => {
  const digest = (model: ReturnType<typeof providerMarket>, ticks: number): string => {
    const steps = run(model, { seed: '1', ticks });
    for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value.digest;
  };

  it.each([10, 255, 256, blockRows, 10_001])('of %i agents has the digest of the plain step', (rows) => {
    expect(digest(providerMarketRows(rows), 60)).toBe(digest(providerMarket(rows), 60));
  });
});
