import { expect, it } from 'vitest';
import type { JobChoices, JobView, NumberChoice, RecordAsked } from '../../../main/api/jobs/jobs-api.ts';
import type { ParameterView } from '../../../main/api/scenarios/scenarios-api.ts';
import type { Client } from '../../client/client.ts';
import { askedOf } from './asked-of.ts';
import { firstForm } from './first-form.ts';
import { recordRead } from './job-queries.ts';
import { createJobs } from './jobs.ts';
import { numbersBack } from './numbers-back.ts';
import { pointEdits } from './point-edits.ts';

const number = (path: string, value: number, unsourced = true): NumberChoice => ({
  kind: 'number',
  ...{ path, label: path, mechanism: path.slice(0, path.lastIndexOf('.')), unit: 'USD' },
  ...{ value, min: 0, max: 1e6, integer: false, unsourced },
  usual: { min: value / 2, max: value * 2, scale: 'log' },
});

const choices: JobChoices = {
  parameters: [number('supply.hardware.price', 300), number('emission.halving.initial', 60, false)],
  metrics: [{ id: 'providers.active', title: 'Active providers', unit: 'unit' }],
  verdicts: [{ id: 'sustainable', title: 'Sustainable', rule: 'It pays its way.' }],
  days: 365,
  startDate: '2024-01-01',
};
const scenario = { id: 'small', title: 'Small', text: 'id: small' };

it.each(['sweep', 'sensitivity', 'optimise', 'flip'] as const)(
  'a first %s can be started as it is',
  (kind) => {
    expect(askedOf(kind, scenario, firstForm(kind, choices))).toMatchObject({ ok: true, asked: { kind } });
  },
);

it('a sweep asks for the steps of its ranges', () => {
  const read = askedOf('sweep', scenario, firstForm('sweep', choices));
  expect(read).toMatchObject({
    asked: {
      experiment: {
        measure: ['providers.active@end', 'sustainable'],
        design: { parameters: { 'supply.hardware.price': { min: 150, max: 600, steps: 5 } } },
      },
    },
  });
});

it('what is no number is told with its place, and a fit without a record', () => {
  const form = firstForm('calibrate', choices);
  const [factor] = form.factors;
  if (factor === undefined) throw new Error('nothing is fitted');
  const read = askedOf('calibrate', scenario, { ...form, factors: [{ ...factor, min: 'few' }] });
  expect(read).toMatchObject({
    ok: false,
    problems: [{ field: ['fit', 'factors', factor.path, 'min'] }, { field: ['fit', 'data'] }],
  });
});

it('a fit begins with what the last sensitivity analysis found to matter', () => {
  const paths = firstForm('calibrate', choices, ['emission.halving.initial']).factors.map(({ path }) => path);
  expect(paths[0]).toBe('emission.halving.initial');
});

it('parts of a distribution are written as the whole that a file has', () => {
  const hurdle: ParameterView = {
    ...{ path: 'agents.providers.hurdle', label: 'Hurdle', unit: 'day', why: '', shown: '' },
    value: { kind: 'lognormal', median: 365, sigma: 0.5 },
    origin: { kind: 'assumption', because: 'A year.' },
  };
  const point = [
    { path: 'agents.providers.hurdle.median', written: '200' },
    { path: 'agents.providers.hurdle.sigma', written: '0.7' },
    { path: 'supply.hardware.price', written: '250' },
  ];
  expect(pointEdits(point, [hurdle], 'Found.')).toEqual([
    {
      ...{ kind: 'set', path: 'agents.providers.hurdle', because: 'Found.' },
      written: '{ lognormal: { median: 200, sigma: 0.7 } }',
    },
    { kind: 'set', path: 'supply.hardware.price', written: '250', because: 'Found.' },
  ]);
});

it('null is a number again that there is none of', () => {
  expect(numbersBack({ a: [1, null], b: { c: null, d: 'x' } })).toEqual({
    a: [1, Number.NaN],
    b: { c: Number.NaN, d: 'x' },
  });
});

it('a file that is given again is another record, even of the same name and length', () => {
  const client = {} as Client;
  const given = () => ({ record: { name: 'a.csv', text: 'date,x' } });
  const [one, other] = [given(), given()];
  const keyOf = (asked: RecordAsked) => recordRead(client, 'small', 'id: small', asked).queryKey;
  expect(keyOf(other)).not.toEqual(keyOf(one));
  expect(keyOf({ ...one, columns: {} }).slice(0, 2)).toEqual(keyOf(one).slice(0, 2));
});

it('an experiment that ends is told once, whoever asks at the same time', async () => {
  const answers: ((jobs: readonly JobView[]) => void)[] = [];
  const client = {
    call: () => new Promise((resolve) => answers.push(resolve)),
  } as unknown as Client;
  const jobs = createJobs(client);
  const ended: string[] = [];
  jobs.onEnd(({ id }) => ended.push(id));
  const job = { id: 'sweep-1', state: 'running' } as JobView;
  const first = jobs.refresh();
  answers[0]?.([job]);
  await first;
  const both = [jobs.refresh(), jobs.refresh()];
  for (const answer of answers.slice(1)) answer([{ ...job, state: 'done' }]);
  await Promise.all(both);
  expect(ended).toEqual(['sweep-1']);
});
