import { dayOf } from '../../../sim-core/kernel/calendar.ts';
import type { Entry, Field } from '../../../sim-core/scenario/entry.ts';
import { readYaml } from '../../../sim-core/scenario/read-yaml.ts';
import { Reading, readFinite, readMapping, readText, required } from '../../../sim-core/scenario/reading.ts';
import { Refusal } from '../../services/refusal.ts';

/** What a scenario is held against: `backtest.yaml` in its folder. */
export interface BacktestPlan {
  readonly series: RecordedSeries;
  readonly beside: readonly Figure[];
}

/** A recorded series that a daily metric, summed over each of its periods, is compared with. */
export interface RecordedSeries {
  readonly title: string;
  readonly unit: string;
  readonly metric: string;
  readonly file: string;
  readonly column: string;
  /** Days that a row stands for. */
  readonly days: number;
  /** Rows that begin before `before` must agree to `tolerance`, in the unit of the series; absent: none has to. */
  readonly exact?: { readonly before: number; readonly tolerance: number };
  /** Rows that are left out of the mean, by day, and why. */
  readonly exclude: ReadonlyMap<number, string>;
}

/** A published figure that the mean of a metric over the last days is put beside. */
export interface Figure {
  readonly title: string;
  readonly unit: string;
  readonly metric: string;
  readonly lastDays: number;
  readonly file: string;
  readonly column: string;
  /** The first cell of the row of `file`. */
  readonly row: string;
}

const keys = {
  plan: ['series', 'beside'],
  series: ['title', 'unit', 'metric', 'file', 'column', 'days', 'exact', 'exclude'],
  exact: ['before', 'tolerance'],
  exclude: ['date', 'because'],
  figure: ['title', 'unit', 'metric', 'lastDays', 'file', 'column', 'row'],
} as const;

/** Reads a plan; throws a `Refusal` with every problem in it. */
export function parsePlan(file: string, text: string): BacktestPlan {
  const yaml = readYaml(file, text);
  if (!yaml.ok) throw new Refusal(yaml.problems);
  const reader = new PlanReader();
  const plan = reader.plan(yaml.root);
  if (reader.reading.problems.length > 0) throw new Refusal(reader.reading.problems);
  return plan;
}

class PlanReader {
  readonly reading = new Reading();

  plan(root: Entry): BacktestPlan {
    const fields = this.#mapping(root, 'The plan', keys.plan);
    const beside = fields.get('beside')?.value;
    return {
      series: this.#series(this.#entry(fields, 'series', 'The plan', root)),
      beside:
        beside?.kind === 'list'
          ? beside.items.map((item, index) => this.#figure(item, `beside[${index}]`))
          : [],
    };
  }

  #series(entry: Entry): RecordedSeries {
    const fields = this.#mapping(entry, 'series', keys.series);
    const text = (key: string) => this.#text(fields, key, 'series', entry);
    const exact = fields.get('exact')?.value;
    const exclude = fields.get('exclude')?.value;
    return {
      title: text('title'),
      unit: text('unit'),
      metric: text('metric'),
      file: text('file'),
      column: text('column'),
      days: this.#number(fields, 'days', 'series', entry),
      ...(exact === undefined ? {} : { exact: this.#exact(exact) }),
      exclude: new Map(
        exclude?.kind === 'list' ? exclude.items.map((item, index) => this.#exclusion(item, index)) : [],
      ),
    };
  }

  #exact(entry: Entry): { readonly before: number; readonly tolerance: number } {
    const path = 'series.exact';
    const fields = this.#mapping(entry, path, keys.exact);
    return {
      before: this.#day(fields, 'before', path, entry),
      tolerance: this.#number(fields, 'tolerance', path, entry),
    };
  }

  #exclusion(entry: Entry, index: number): [number, string] {
    const path = `series.exclude[${index}]`;
    const fields = this.#mapping(entry, path, keys.exclude);
    return [this.#day(fields, 'date', path, entry), this.#text(fields, 'because', path, entry)];
  }

  #figure(entry: Entry, path: string): Figure {
    const fields = this.#mapping(entry, path, keys.figure);
    const text = (key: string) => this.#text(fields, key, path, entry);
    return {
      title: text('title'),
      unit: text('unit'),
      metric: text('metric'),
      lastDays: this.#number(fields, 'lastDays', path, entry),
      file: text('file'),
      column: text('column'),
      row: text('row'),
    };
  }

  #mapping(entry: Entry, path: string, allowed: readonly string[]): ReadonlyMap<string, Field> {
    return readMapping(this.reading, entry, path, allowed) ?? new Map();
  }

  #entry(fields: ReadonlyMap<string, Field>, key: string, path: string, of: Entry): Entry {
    const hint = 'docs/reference/files.md describes backtest.yaml.';
    return (
      required(this.reading, fields, key, { path, where: of.where, hint })?.value ?? {
        ...nothing,
        where: of.where,
      }
    );
  }

  #text(fields: ReadonlyMap<string, Field>, key: string, path: string, of: Entry): string {
    return readText(this.reading, this.#entry(fields, key, path, of), `${path}.${key}`, 'Write text.') ?? '';
  }

  #number(fields: ReadonlyMap<string, Field>, key: string, path: string, of: Entry): number {
    return readFinite(this.reading, this.#entry(fields, key, path, of), `${path}.${key}`) ?? 0;
  }

  #day(fields: ReadonlyMap<string, Field>, key: string, path: string, of: Entry): number {
    const entry = this.#entry(fields, key, path, of);
    const day = entry.kind === 'scalar' ? dayOf(entry.text) : undefined;
    if (day === undefined) {
      const message = `${path}.${key} is no date.`;
      this.reading.report({
        code: 'backtest.not-a-date',
        message,
        hint: 'Write it as 2023-04-24.',
        where: entry.where,
      });
    }
    return day ?? 0;
  }
}

const nothing = { kind: 'scalar', value: null, text: '' } as const;
