import type { ReactElement } from 'react';
import type { JudgedVerdict } from '../../../sim/live-verdicts.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { standingRule } from '../../../state/verdict-standing.ts';
import { Button } from '../../../ui/button.tsx';

interface VerdictDetailProps {
  readonly id: string;
  readonly verdict: JudgedVerdict;
  onClose(): void;
}

/** Seeds that are named; the rest is counted. */
const most = 24;

/** The rule of a verdict, where it comes from, and the seeds in which it held and did not, each to look at alone. */
export function VerdictDetail({ id, verdict, onClose }: VerdictDetailProps): ReactElement {
  const { title, rule, source, seeds } = verdict;
  const held = [...seeds].flatMap(([seed, holds]) => (holds ? [seed] : []));
  const broke = [...seeds].flatMap(([seed, holds]) => (holds ? [] : [seed]));
  return (
    <section id={id} className="verdict-detail" aria-label={`${title} in detail`}>
      <div className="verdict-detail-words">
        <p>
          <strong>{title}:</strong> {rule}
        </p>
        <p className="small muted">Source of the rule: {source}</p>
        <p className="small muted">{standingRule}</p>
      </div>
      <Button kind="quiet" icon="cancel" aria-label={`Close ${title}`} onClick={onClose} />
      <SeedList title="It did not hold in" none="It held in every seed." seeds={broke} />
      <SeedList title="It held in" none="It held in no seed." seeds={held} />
    </section>
  );
}

interface SeedListProps {
  readonly title: string;
  readonly none: string;
  readonly seeds: readonly string[];
}

function SeedList({ title, none, seeds }: SeedListProps): ReactElement {
  const { view } = useStudio();
  if (seeds.length === 0) return <p className="verdict-seeds small">{none}</p>;
  return (
    <p className="verdict-seeds small">
      {title}{' '}
      {seeds.slice(0, most).map((seed) => (
        <button
          key={seed}
          type="button"
          className="seed-chip"
          title={`Show seed ${seed} alone`}
          onClick={() => view.set({ kind: 'one', seed })}
        >
          seed {seed}
        </button>
      ))}
      {seeds.length > most && ` and ${seeds.length - most} more`}
    </p>
  );
}
