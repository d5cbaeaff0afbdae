import { type ReactElement, useId, useState } from 'react';
import type { JudgedVerdict } from '../../../sim/live-verdicts.ts';
import { standingOf, standingRule, standingWords } from '../../../state/verdict-standing.ts';
import { Icon } from '../../../ui/icon.tsx';
import { percent } from '../../../ui/number-format.ts';
import { VerdictDetail } from './verdict-detail.tsx';
import './verdicts.css';

interface VerdictStripProps {
  readonly verdicts: readonly JudgedVerdict[];
  /** Seeds that are still to come. */
  readonly missing: number;
}

/** One card for each rule of health: whether it holds, how often, how sure that is. A card opens where it held and where not. */
export function VerdictStrip({ verdicts, missing }: VerdictStripProps): ReactElement | null {
  const [opened, setOpened] = useState<string>();
  const id = useId();
  if (verdicts.length === 0) return null;
  const detail = verdicts.find((verdict) => verdict.id === opened);
  return (
    <>
      <h2 className="unseen">Verdicts</h2>
      <section className="verdicts" aria-label="Verdicts">
        {verdicts.map((verdict) => (
          <VerdictCard
            key={verdict.id}
            verdict={verdict}
            missing={missing}
            open={verdict === detail}
            controls={id}
            onToggle={() => setOpened(verdict.id === opened ? undefined : verdict.id)}
          />
        ))}
      </section>
      {detail === undefined ? (
        <p className="verdict-rule small muted">{standingRule}</p>
      ) : (
        <VerdictDetail id={id} verdict={detail} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}

interface VerdictCardProps {
  readonly verdict: JudgedVerdict;
  readonly missing: number;
  readonly open: boolean;
  /** Id of the detail. */
  readonly controls: string;
  onToggle(): void;
}

function VerdictCard({ verdict, missing, open, controls, onToggle }: VerdictCardProps): ReactElement {
  const { title, rule, held, of, probability, low, high } = verdict;
  const standing = standingOf(verdict);
  const soFar = missing > 0 ? ' so far' : '';
  return (
    <article className={`verdict verdict-${standing}`} data-open={open}>
      <h3>
        <button
          type="button"
          className="verdict-opener"
          aria-expanded={open}
          aria-controls={open ? controls : undefined}
          onClick={onToggle}
        >
          {title}
        </button>
      </h3>
      <p className="verdict-standing">
        <Icon name={standing} />
        {standingWords[standing]}
        <span className="verdict-share">{percent(probability)}</span>
      </p>
      <p className="small muted">
        {held} of {of} seeds{soFar};{' '}
        <span className="interval">
          95 % interval {Math.round(low * 100)}–{Math.round(high * 100)} %
        </span>
      </p>
      <p className="small">{rule}</p>
    </article>
  );
}
