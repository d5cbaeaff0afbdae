import { isoDate } from '../kernel/calendar.ts';
import { describeParameters } from './describe-parameters.ts';
import type { ScenarioDocument } from './scenario-document.ts';

/** A value that is not the same in all of several scenarios. */
export interface ParameterDifference {
  /** A parameter's path, a mechanism's id, `start` or `horizon`. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** One a scenario, in words with its unit; undefined where a scenario has no such thing. */
  readonly shown: readonly (string | undefined)[];
}

/**
 * Only what differs: the time, mechanisms that some have and some lack (without their parameters, which go with them), and
 * parameters of mechanisms that all who have them set differently.
 */
export function parameterDifferences(documents: readonly ScenarioDocument[]): readonly ParameterDifference[] {
  const rows = [...timeOf(documents), ...mechanismsOf(documents), ...parametersOf(documents)];
  return rows.filter(({ shown }) => new Set(shown).size > 1);
}

const timeOf = (documents: readonly ScenarioDocument[]): readonly ParameterDifference[] => [
  {
    path: 'start',
    label: 'First day',
    unit: 'date',
    shown: documents.map(({ spec }) => isoDate(spec.startDay)),
  },
  {
    path: 'horizon',
    label: 'Length',
    unit: 'day',
    shown: documents.map(({ spec }) => `${spec.ticks} day`),
  },
];

function mechanismsOf(documents: readonly ScenarioDocument[]): readonly ParameterDifference[] {
  const ids = distinct(documents.map(({ spec }) => spec.mechanisms.map(({ id }) => id)));
  return ids.map((id) => {
    const title = documents.flatMap(({ declared }) => declared.find((each) => each.id === id) ?? [])[0]
      ?.title;
    const shown = documents.map(({ spec }) => spec.mechanisms.filter((use) => use.id === id).length);
    return {
      path: id,
      label: title ?? id,
      unit: 'mechanism',
      shown: shown.map((count) => (count === 0 ? undefined : 'acts')),
    };
  });
}

function parametersOf(documents: readonly ScenarioDocument[]): readonly ParameterDifference[] {
  const described = documents.map((document) => {
    const parameters = describeParameters(document);
    return new Map(parameters.map((each) => [each.path, each]));
  });
  const paths = distinct(described.map((each) => [...each.keys()]));
  return paths.flatMap((path): ParameterDifference[] => {
    const each = described.map((parameters) => parameters.get(path));
    const some = each.find((parameter) => parameter !== undefined);
    if (some === undefined) return [];
    // What is shown may be cut short (a table of so many rows), so the values themselves are compared.
    const values = new Set(each.flatMap((parameter) => (parameter ? [JSON.stringify(parameter.value)] : [])));
    if (values.size < 2) return [];
    const first = JSON.stringify(some.value);
    const shown = each.map((parameter) => {
      if (parameter === undefined) return undefined;
      const looksAlike = parameter.shown === some.shown && JSON.stringify(parameter.value) !== first;
      return looksAlike ? `${parameter.shown} (other values)` : parameter.shown;
    });
    return [{ path, label: some.label, unit: some.unit, shown }];
  });
}

const distinct = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];
