import type { Parameter, ParameterValue } from '../contract/parameter.ts';
import { dayOf } from '../kernel/calendar.ts';
import type { DataTables } from './data-tables.ts';
import { described, type Entry, type Field } from './entry.ts';
import { suggestion } from './nearest-name.ts';
import { readDistribution } from './read-distribution.ts';
import { readOrigin } from './read-origin.ts';
import { readRecorded, readSteps } from './read-series.ts';
import { readTable } from './read-table.ts';
import { checkRange, type Reading, readFinite, readMapping, required } from './reading.ts';
import type { CitedSource, Origin } from './scenario-document.ts';

/** What values are read against. */
export interface ParameterSetting {
  readonly sources: ReadonlyMap<string, CitedSource>;
  readonly tables: DataTables;
}

export interface GivenValue {
  readonly value: ParameterValue;
  readonly origin: Origin;
}

/** Keys that stand beside a value of each kind. */
const keysOf: Readonly<Record<Parameter['kind'], readonly string[]>> = {
  number: ['value', 'unit', 'source', 'assumption'],
  date: ['value', 'source', 'assumption'],
  choice: ['value', 'source', 'assumption'],
  distribution: ['value', 'unit', 'source', 'assumption'],
  series: ['value', 'file', 'column', 'unit', 'source', 'assumption'],
  table: ['file', 'source', 'assumption'],
};

/** A parameter as a scenario gives it: `{ value, unit, source | assumption }`, or a data file in place of the value. */
export function readParameter(
  reading: Reading,
  field: Field,
  parameter: Parameter,
  path: string,
  setting: ParameterSetting,
): GivenValue | undefined {
  const { kind } = parameter;
  const { where } = field;
  const fields = readMapping(reading, field.value, path, keysOf[kind]);
  if (fields === undefined) return undefined;
  const origin = readOrigin(reading, fields, setting.sources, path, where);
  if (keysOf[kind].includes('unit')) checkUnit(reading, fields, parameter.unit, path, where);
  const value = readGiven(reading, fields, parameter, path, setting, where);
  return value === undefined || origin === undefined ? undefined : { value, origin };
}

function readGiven(
  reading: Reading,
  fields: ReadonlyMap<string, Field>,
  parameter: Parameter,
  path: string,
  setting: ParameterSetting,
  where: string,
): ParameterValue | undefined {
  if (parameter.kind === 'table') return readTable(reading, setting.tables, fields, parameter, path, where);
  const file = fields.get('file');
  if (parameter.kind === 'series' && file !== undefined) {
    const both = fields.get('value');
    if (both === undefined) return readRecorded(reading, setting.tables, fields, parameter, path, where);
    const message = `${path} has both a value and a file.`;
    return reading.report({ code: 'parameter.two-values', message, hint: 'Keep one.', where: both.where });
  }
  const hint = parameter.kind === 'series' ? 'Give `value`, or `file` and `column`.' : 'Give `value`.';
  const value = required(reading, fields, 'value', { path, where, hint });
  return value === undefined ? undefined : readValue(reading, value.value, parameter, path);
}

/** A value by itself, without unit and origin; tables and recorded series come from files only. */
export function readValue(
  reading: Reading,
  entry: Entry,
  parameter: Parameter,
  path: string,
): ParameterValue | undefined {
  switch (parameter.kind) {
    case 'number': {
      const value = readFinite(reading, entry, path);
      if (value === undefined || checkRange(reading, value, parameter, path, entry.where) === undefined)
        return undefined;
      if (parameter.integer !== true || Number.isInteger(value)) return value;
      const message = `${path} is ${value}: it must be a whole number.`;
      const hint = `Allowed: whole numbers from ${parameter.min} to ${parameter.max}.`;
      return reading.report({ code: 'parameter.not-whole', message, hint, where: entry.where });
    }
    case 'date': {
      const day = entry.kind === 'scalar' ? dayOf(entry.text) : undefined;
      if (day !== undefined) return day;
      const message = `${path} is ${described(entry)}: it must be a date.`;
      const hint = 'Write a day of the calendar as 2023-04-24.';
      return reading.report({ code: 'parameter.not-a-date', message, hint, where: entry.where });
    }
    case 'choice': {
      const option =
        entry.kind === 'scalar' ? parameter.options.find((each) => each === entry.text) : undefined;
      if (option !== undefined) return option;
      const message = `${path} is ${described(entry)}, which is not one of its options.`;
      const hint = suggestion(entry.kind === 'scalar' ? entry.text : '', parameter.options);
      return reading.report({ code: 'parameter.unknown-option', message, hint, where: entry.where });
    }
    case 'distribution':
      return readDistribution(reading, entry, parameter, path);
    case 'series':
      return readSteps(reading, entry, parameter, path);
    case 'table': {
      const message = `${path} is a table: it can only be given as a data file in the scenario.`;
      const columns = Object.keys(parameter.columns).join(', ');
      return reading.report({
        code: 'parameter.table',
        message,
        hint: `Its columns: ${columns}.`,
        where: entry.where,
      });
    }
  }
}

function checkUnit(
  reading: Reading,
  fields: ReadonlyMap<string, Field>,
  declared: string,
  path: string,
  where: string,
): void {
  const unit = required(reading, fields, 'unit', { path, where, hint: `Write unit: ${declared}` });
  if (unit === undefined) return;
  const written = unit.value.kind === 'scalar' ? unit.value.text : '';
  if (written === declared) return;
  reading.report({
    code: 'parameter.wrong-unit',
    message: `${path} is given in ${written === '' ? described(unit.value) : `"${written.slice(0, 60)}"`}, but is declared in ${declared}.`,
    hint: `Convert the value and write unit: ${declared}`,
    where: unit.value.where,
  });
}
