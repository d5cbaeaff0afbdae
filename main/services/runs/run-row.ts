import { lastDay } from '../../../sim-core/analysis/last-day.ts';
import type { Problem } from '../../../sim-core/contract/errors.ts';
import { isoDate } from '../../../sim-core/kernel/calendar.ts';
import type { RunChange, RunRow } from '../../api/runs/runs-api.ts';
import type { KeptResult } from '../results/kept-result.ts';
import type { About } from './about-file.ts';

/** Metrics that say most of how a run ended, as far as it reports them. */
const endMetrics = [
  'providers.active',
  'market.price',
  'network.utilisation',
  'network.coverage',
  'providers.payback',
  'sustainability.subsidy-share',
];

/** Where a run is, and when its folder was last changed. */
export interface RunPlace {
  readonly run: string;
  readonly folder: string;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** A run as the list shows it. */
export function runRow(
  { run, folder, changedAt }: RunPlace,
  { manifest, batch }: KeptResult,
  about: About,
  changed: readonly RunChange[],
): RunRow {
  const { scenario, overlays, spec, engineId, specDigest, digest, startedAt, durationMs } = manifest;
  const seconds = about.seconds ?? (durationMs === undefined ? undefined : durationMs / 1000);
  const [seeds, failed] = [batch.seeds.length, batch.failures.length];
  const stored = startedAt === undefined;
  return {
    ...{ run, folder, scenario: about.scenario ?? scenario.id, title: scenario.title, overlays, changed },
    version: scenario.version,
    startDate: isoDate(spec.startDay),
    days: spec.ticks,
    ends: endsOf(batch),
    verdicts: batch.verdicts.map(({ id, title, probability, low, high }) => ({
      ...{ id, title, probability, low, high },
    })),
    ...{ seeds, failed, damaged: Math.max(0, manifest.seeds.length - seeds - failed) },
    ...{ engineId, specDigest, digest },
    when: about.keptAt ?? startedAt ?? changedAt,
    ...(seconds === undefined ? {} : { seconds }),
    note: about.note ?? '',
    madeBy: madeBy(stored, about),
  };
}

function madeBy(stored: boolean, about: About): RunRow['madeBy'] {
  if (!stored) return 'command';
  return about.keptAt === undefined ? 'experiment' : 'studio';
}

/** A run whose files cannot be read: greyed in the list, with its path. */
export const brokenRow = ({ run, folder, changedAt }: RunPlace, problem: Problem, about: About): RunRow => ({
  ...{ run, folder, scenario: about.scenario ?? '', title: '', version: 0, overlays: [], changed: [] },
  ...{ startDate: '', days: 0, ends: {}, verdicts: [], seeds: 0, failed: 0, damaged: 0 },
  ...{ engineId: '', specDigest: '', digest: '', when: changedAt, note: about.note ?? '' },
  madeBy: 'experiment',
  problem,
});

function endsOf(batch: KeptResult['batch']): Readonly<Record<string, number>> {
  const ends = lastDay(batch).flatMap(({ id, p50 }): [string, number][] =>
    p50 === null || !Number.isFinite(p50) || !endMetrics.includes(id) ? [] : [[id, p50]],
  );
  return Object.fromEntries(ends);
}
