import { expect, it } from 'vitest';
import { manifestOf, manifestText } from './manifest.ts';

const spec = { id: 'small', version: 2, startDay: 0, ticks: 3, mechanisms: [] };
const facts = {
  title: 'Small',
  question: 'How small?',
  overlays: [],
  parameters: [],
  engineId: 'sha256:e',
  specDigest: 'sha256:s',
  seeds: ['1', '2'],
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 12,
  command: 'depin-studio run small',
  versions: { studio: '0.1.0' },
};
const batch = {
  metrics: [],
  breakdowns: [
    { id: 'a', title: 'A', unit: '1', definition: '', source: '', by: 'region', groups: ['X', 'Y'] },
  ],
  sampleTicks: [2],
  startDay: 0,
  ticks: 3,
  seeds: [{ seed: '1', digest: 'sha256:1', columns: [], breakdowns: [] }],
  failures: [{ seed: '2', problem: { code: 'run.broken', message: 'No.' } }],
  verdicts: [],
  digest: 'sha256:b',
};

it('holds what a repetition needs, and says which seeds are missing', () => {
  const manifest = manifestOf(spec, batch, facts);
  expect(manifest).toMatchObject({
    digest: 'sha256:b',
    complete: false,
    scenario: { id: 'small', version: 2, title: 'Small', question: 'How small?' },
    results: [{ seed: '1', digest: 'sha256:1' }],
    failures: [{ seed: '2' }],
    breakdowns: [{ id: 'a', by: 'region', groups: ['X', 'Y'] }],
    spec,
  });
  expect(JSON.parse(manifestText(manifest))).toEqual(manifest);
});
