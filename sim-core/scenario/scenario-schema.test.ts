import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { smallText } from '../../test/small-scenario.ts';
import { scenarioSchema, scenarioSchemaText } from './scenario-schema.ts';

const scenarios = new URL('../../scenarios/', import.meta.url);
const shipped = readdirSync(scenarios, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== 'overlays' ? [entry.name] : [],
);
const validate = new Ajv({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
}).compile(scenarioSchema());

it('the file that editors read is up to date (npm run -s studio -- scenario schema --out scenarios/scenario.schema.json)', () => {
  expect(readFileSync(new URL('scenario.schema.json', scenarios), 'utf8')).toBe(scenarioSchemaText());
});

it.each(shipped)('%s fits the schema', (name) => {
  validate(parse(readFileSync(new URL(`${name}/scenario.yaml`, scenarios), 'utf8')));
  expect(validate.errors).toBeNull();
});

describe('the schema refuses what the reader refuses', () => {
  it.each([
    ['nothing wrong', '', '', true],
    ['a misspelt parameter', 'supply: {', 'suply: {', false],
    ['a wrong unit', 'unit: row', 'unit: rows', false],
    ['a value out of range', 'value: 50', 'value: 5', false],
    ['an unknown mechanism', 'use: emission.halving', 'use: emission.halfing', false],
    ['a wrong slot', 'use: reward.per-capacity', 'use: emission.fixed', false],
    ['no origin', ', assumption: Few. }', ' }', false],
    ['two origins', 'assumption: Few.', 'assumption: Few., source: paper', false],
    ['a bad horizon', '20 day', '20 days', false],
    ['an unknown distribution', 'lognormal:', 'normall:', false],
  ])('%s', (_, from, to, fits) => {
    expect(validate(parse(smallText.replace(from, to)))).toBe(fits);
  });
});
