import type { ReactElement } from 'react';
import type { Verdict } from '../../../sim-core/contract/run.ts';
import { Icon } from '../../ui/icon.tsx';
import { percent } from '../../ui/number-format.ts';
import { type Standing, standingOf, standingRule } from './verdict-standing.ts';

interface VerdictStripProps {
  readonly verdicts: readonly Verdict[];
  /** Seeds that are still to come. */
  readonly missing: number;
}

const words: Readonly<Record<Standing, string>> = { pass: 'Pass', watch: 'Watch', fail: 'Fail' };

/** One card for each rule of health: whether it holds, how often, how sure that is. */
export function VerdictStrip({ verdicts, missing }: VerdictStripProps): ReactElement | null {
  if (verdicts.length === 0) return null;
  return (
    <>
      <section className="verdicts" aria-label="Verdicts">
        {verdicts.map((verdict) => (
          <VerdictCard key={verdict.id} verdict={verdict} missing={missing} />
        ))}
      </section>
      <p className="verdict-rule small muted">{standingRule}</p>
    </>
  );
}

function VerdictCard({
  verdict,
  missing,
}: {
  readonly verdict: Verdict;
  readonly missing: number;
}): ReactElement {
  const { title, rule, source, held, of, probability, low, high } = verdict;
  const standing = standingOf(verdict);
  const soFar = missing > 0 ? ' so far' : '';
  return (
    <article
      className={`verdict verdict-${standing}`}
      title={`${rule}\nSource of the rule: ${source}\n\n${standingRule}`}
    >
      <h3>{title}</h3>
      <p className="verdict-standing">
        <Icon name={standing} />
        {words[standing]}
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
