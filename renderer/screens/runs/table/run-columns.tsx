import type { ReactNode } from 'react';
import type { OutputsView } from '../../../../main/api/model/model-api.ts';
import type { RunRow } from '../../../../main/api/runs/runs-api.ts';
import { type Standing, standingOf } from '../../../state/verdict-standing.ts';
import { Icon } from '../../../ui/icon.tsx';
import { bareQuantity, percent, unitWords } from '../../../ui/number-format.ts';
import { duration, whenText } from '../../../ui/time-format.ts';

/** A column of the list. */
export interface RunColumn {
  readonly id: string;
  readonly title: string;
  /** Below the title, such as a unit. */
  readonly unit?: string;
  /** What it says, where its title is too short for it. */
  readonly hint?: string;
  /** Px. */
  readonly width: number;
  readonly number?: boolean;
  /** By what rows are put in order. */
  sort(row: RunRow): string | number;
  cell(row: RunRow): ReactNode;
}

/** Columns of the list; those of metrics as the model names them. */
export function runColumns(metrics: OutputsView['metrics'] = []): readonly RunColumn[] {
  const unitOf = (id: string) => metrics.find((metric) => metric.id === id)?.unit ?? '';
  const end = (id: string, title: string): RunColumn => ({
    id,
    title,
    unit: unitOf(id) === 'share' ? '' : unitWords(unitOf(id)),
    hint: 'On the last day, median over the seeds',
    width: 96,
    number: true,
    sort: ({ ends }) => ends[id] ?? Number.NEGATIVE_INFINITY,
    cell: ({ ends }) => (ends[id] === undefined ? '' : bareQuantity(ends[id], unitOf(id))),
  });
  return [
    {
      id: 'when',
      title: 'When',
      width: 136,
      sort: ({ when }) => when,
      cell: ({ when }) => <time dateTime={when}>{whenText(when)}</time>,
    },
    { id: 'title', title: 'Run', width: 220, sort: ({ title, folder }) => title || folder, cell: titleCell },
    {
      id: 'changed',
      title: 'Changed',
      width: 210,
      sort: ({ changed, overlays }) => changed.length + overlays.length,
      cell: changedCell,
    },
    end('providers.active', 'Providers'),
    end('market.price', 'Price'),
    end('network.utilisation', 'Utilisation'),
    {
      id: 'verdicts',
      title: 'Verdicts',
      width: 116,
      sort: ({ verdicts }) => verdicts.reduce((sum, { probability }) => sum + probability, 0),
      cell: verdictsCell,
    },
    {
      id: 'seeds',
      title: 'Seeds',
      width: 72,
      number: true,
      sort: ({ seeds }) => seeds,
      cell: ({ seeds, failed, damaged }) =>
        failed + damaged === 0 ? seeds : `${seeds} of ${seeds + failed + damaged}`,
    },
    {
      id: 'seconds',
      title: 'Took',
      width: 84,
      number: true,
      sort: ({ seconds }) => seconds ?? -1,
      cell: ({ seconds }) => (seconds === undefined ? '' : tookText(seconds)),
    },
    {
      id: 'engine',
      title: 'Engine',
      width: 84,
      sort: ({ engineId }) => engineId,
      cell: ({ engineId }) => id(engineId),
    },
    {
      id: 'digest',
      title: 'Digest',
      width: 84,
      sort: ({ digest }) => digest,
      cell: ({ digest }) => id(digest),
    },
    { id: 'note', title: 'Note', width: 160, sort: ({ note }) => note, cell: ({ note }) => note },
  ];
}

const tookText = (seconds: number): string => (seconds < 0.5 ? '< 1 s' : duration(seconds));

const id = (digest: string): ReactNode => (
  <span className="mono">{digest.replace('sha256:', '').slice(0, 8)}</span>
);

function titleCell({ title, folder, problem, scenario }: RunRow): ReactNode {
  if (problem === undefined)
    return (
      <>
        {title} <span className="muted">{scenario}</span>
      </>
    );
  return (
    <span title={`${folder}\n${problem.message}`}>
      <Icon name="warning" /> Damaged: <span className="mono">{folder}</span>
    </span>
  );
}

const mostChips = 2;

/** What differs from the base; more than two are counted. */
function changedCell({ changed, overlays, problem }: RunRow): ReactNode {
  if (problem !== undefined) return '';
  const all = [
    ...overlays.map((overlay) => ({ text: overlay, full: `under ${overlay}` })),
    ...changed.map(({ path, from = 'absent', to = 'absent' }) => ({
      text: path.split('.').at(-1) ?? path,
      full: `${path}: ${from} → ${to}`,
    })),
  ];
  if (all.length === 0) return <span className="muted">as in its file</span>;
  return (
    <span title={all.map(({ full }) => full).join('\n')}>
      {all.slice(0, mostChips).map(({ text, full }) => (
        <span key={full} className="chip">
          {text}
        </span>
      ))}
      {all.length > mostChips && <span className="muted">+{all.length - mostChips}</span>}
    </span>
  );
}

const standingWords: Readonly<Record<Standing, string>> = { pass: 'holds', watch: 'unclear', fail: 'fails' };

function verdictsCell({ verdicts }: RunRow): ReactNode {
  return verdicts.map((verdict) => {
    const standing = standingOf(verdict);
    const words = `${verdict.title}: ${standingWords[standing]}, ${percent(verdict.probability)} of the seeds`;
    return (
      <span key={verdict.id} className={`runs-standing runs-${standing}`} title={words}>
        <Icon name={standing} />
        <span className="unseen">{words}. </span>
      </span>
    );
  });
}
