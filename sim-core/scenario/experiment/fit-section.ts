import type { Field } from '../entry.ts';
import { type Reading, readMapping, readText, required } from '../reading.ts';
import type { JsonSchema } from '../schema-of-parameter.ts';
import { type NamedFactors, namedFactorsSchemas, readNamedFactors } from './named-factors.ts';
import type { Placed } from './placed.ts';
import { budgetSchema, readBudget } from './read-budget.ts';
import { readPlaced, readPlacedList } from './read-placed.ts';

/** What the section `fit` of an experiment file asks; what is absent is as on the command line. */
export interface FitSection extends Partial<Record<TextKey, Placed>> {
  readonly data: Placed;
  /** What each column is: a metric, `sum(metric)` or `mean(metric)`; by name if there is none. */
  readonly columns: readonly (Placed & { readonly column: string })[];
  readonly factors: NamedFactors;
  readonly leaveOut: readonly Placed[];
  readonly budget?: number;
}

type TextKey = (typeof textKeys)[number];

const textKeys = ['holdOut', 'dateColumn', 'dates', 'decimal', 'seed'] as const;
const sectionKeys = ['data', 'columns', 'factors', 'leaveOut', 'budget', ...textKeys] as const;

const hints = {
  data: 'Name a CSV file, relative to this one or to the scenario.',
  factors: 'Write factors: { supply.rational-entry.imitation: { min: 2, max: 12 } }.',
  columns: 'Write columns: { mined_fil: sum(supply.minted) }.',
  leaveOut: 'Write days, such as [2024-12-02].',
  holdOut: 'Write 90d, 25%, 2025-01-01 or none.',
  dateColumn: 'Name the column that holds the dates.',
  dates: 'Write d/m/y, m/d/y or y-m-d.',
  decimal: 'Write point or comma.',
  seed: 'Write a number or a word.',
} as const;

/** Reads the section; undefined, and the problems in `reading`, where it cannot be read. */
export function readFit(reading: Reading, { value, where }: Field): FitSection | undefined {
  const before = reading.problems.length;
  const fields = readMapping(reading, value, 'fit', sectionKeys);
  if (fields === undefined) return undefined;
  const needed = (key: 'data' | 'factors'): Field | undefined =>
    required(reading, fields, key, { path: 'fit', where, hint: hints[key] });
  const [dataField, factorsField] = [needed('data'), needed('factors')];
  const data =
    dataField === undefined ? undefined : readPlaced(reading, dataField.value, 'fit.data', hints.data);
  const factors =
    factorsField === undefined ? undefined : readNamedFactors(reading, factorsField.value, 'fit.factors', []);
  const columns = readColumns(reading, fields.get('columns'));
  const leaveOut = readPlacedList(reading, fields.get('leaveOut'), 'fit.leaveOut', hints.leaveOut);
  const asked = fields.get('budget');
  const budget = asked === undefined ? undefined : readBudget(reading, asked.value, 'fit.budget');
  const texts = textKeys.flatMap((key): readonly (readonly [TextKey, Placed])[] => {
    const field = fields.get(key);
    const text = field === undefined ? undefined : readPlaced(reading, field.value, `fit.${key}`, hints[key]);
    return text === undefined ? [] : [[key, text]];
  });
  if (reading.problems.length > before || data === undefined || factors === undefined) return undefined;
  const rest: Partial<Record<TextKey, Placed>> = Object.fromEntries(texts);
  return { data, columns, factors, leaveOut, ...rest, ...(budget === undefined ? {} : { budget }) };
}

function readColumns(reading: Reading, field: Field | undefined): FitSection['columns'] {
  if (field === undefined) return [];
  const { value } = field;
  if (value.kind !== 'mapping') {
    reading.report({
      code: 'scenario.wrong-type',
      message: 'fit.columns must be a mapping of columns to metrics.',
      hint: hints.columns,
      where: value.where,
    });
    return [];
  }
  return [...value.fields].flatMap(([column, { value: entry, where }]) => {
    const text = readText(
      reading,
      entry,
      `fit.columns.${column}`,
      'Write a metric, sum(metric) or mean(metric).',
    );
    return text === undefined ? [] : [{ column, text, where }];
  });
}

const text = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });

export const fitSchema: JsonSchema = {
  type: 'object',
  description: 'What `calibrate` fits, to which figures.',
  properties: {
    data: text('A CSV file, relative to this one or to the scenario.'),
    columns: {
      type: 'object',
      minProperties: 1,
      additionalProperties: { type: 'string' },
      description:
        'What each column is: a metric, sum(metric) or mean(metric); columns named like metrics if absent.',
    },
    factors: { description: 'What is fitted: paths, or paths with ranges.', anyOf: namedFactorsSchemas },
    holdOut: text('What the fit does not see: 90d, 25%, 2025-01-01 or none; the last quarter if absent.'),
    leaveOut: { type: 'array', items: { type: 'string' }, description: 'Days whose rows are passed over.' },
    dateColumn: text('The column that holds the dates.'),
    dates: { enum: ['y-m-d', 'd/m/y', 'm/d/y'], description: 'Where the dates do not say it themselves.' },
    decimal: { enum: ['point', 'comma'], description: 'Where the numbers do not say it themselves.' },
    budget: budgetSchema,
    seed: { type: ['string', 'integer'], description: 'Another seed scans other points; 1 if absent.' },
  },
  required: ['data', 'factors'],
  additionalProperties: false,
};
