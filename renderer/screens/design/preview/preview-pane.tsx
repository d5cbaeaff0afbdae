import { type ReactElement, useState } from 'react';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import type { Draft } from '../../../state/drafts.ts';
import { fullNumber } from '../../../ui/number-format.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import type { Base } from '../use-draft.ts';
import { KpiCard } from './kpi-card.tsx';
import { kpiMetrics } from './kpis.ts';
import { previewSeeds } from './previewer.ts';
import './preview.css';
import { mostRows } from './scale-down.ts';
import { usePreview } from './use-preview.ts';

const key = 'studio.kpis';
const kept = (): readonly string[] => (localStorage.getItem(key) ?? '').split(',').filter((id) => id !== '');

/** What the edits do: five runs that begin anew after each of them. */
export function PreviewPane({ draft, base }: { readonly draft: Draft; readonly base: Base }): ReactElement {
  const { now, last, base: before, updating, problem, scaledFrom } = usePreview(draft, base);
  const [chosen, setChosen] = useState(kept);
  const run = last ?? now;
  const shown = run === undefined ? [] : kpiMetrics(run.metrics, chosen);
  const choose = (place: number, metric: string) => {
    const next = shown.map((id, index) =>
      index === place ? metric : id === metric ? (shown[place] ?? id) : id,
    );
    localStorage.setItem(key, next.join());
    setChosen(next);
  };
  // The newest wish has begun: what ran before is no longer what grows.
  const growing = updating && now?.request !== last?.request ? now : undefined;
  const failure = updating ? undefined : now?.failures[0];
  return (
    <section className="preview-pane" aria-label="Preview">
      <header className="pane-header">
        <h2>Preview</h2>
        <span className="small muted">{standing(now, updating)}</span>
      </header>
      <div className="preview-scroll">
        {problem !== undefined && <ProblemNote problem={problem} />}
        {failure !== undefined && <ProblemNote problem={failure.problem} kind="warning" />}
        {run !== undefined &&
          shown.map((metric, place) => (
            <KpiCard
              key={metric}
              metric={metric}
              run={run}
              now={growing}
              base={before}
              updating={updating}
              onChoose={(next) => choose(place, next)}
            />
          ))}
        {run === undefined && problem === undefined && (
          <p className="muted preview-wait">Simulating for the first time…</p>
        )}
        <p className="small muted preview-note">
          {previewSeeds.length} seeds. Numbers are medians over them, of the last day or of the mean of all
          days; changes are against {base.kind === 'file' ? 'the file as saved' : base.name} on the same
          seeds.
          {scaledFrom !== undefined &&
            ` Simulated with ${fullNumber(mostRows)} rows instead of ${fullNumber(scaledFrom)}, each standing for more units, so that it is quick: totals are alike, chance is a little larger. Run takes all rows.`}
        </p>
      </div>
    </section>
  );
}

function standing(now: RunSnapshot | undefined, updating: boolean): string {
  if (!updating) return now === undefined ? '' : `${now.results.length} of ${now.request.seeds.length} runs`;
  const share = now === undefined ? 0 : Math.floor(now.progress * 100);
  return share > 0 && share < 100 ? `updating, ${share} %` : 'updating';
}
