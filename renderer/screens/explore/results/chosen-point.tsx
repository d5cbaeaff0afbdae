import { type ReactElement, type ReactNode, useEffect } from 'react';
import type { NamedView, TrialView } from '../../../../main/api/jobs/job-result.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { useStudio } from '../../../state/studio-context.tsx';
import { quantity } from '../../../ui/number-format.ts';

interface ChosenPointProps {
  readonly scenario: string;
  readonly point: readonly TrialView[];
  readonly names: readonly NamedView[];
  /** Becomes the assumption of its values. */
  readonly from: string;
  /** Why this one. */
  readonly children?: ReactNode;
}

/** A point that was chosen: its values, why it, and the way into a draft. */
export function ChosenPoint({ scenario, point, names, from, children }: ChosenPointProps): ReactElement {
  const { explore } = useStudio();
  useEffect(() => {
    explore.point.set(point.length === 0 ? undefined : { scenario, point, from });
    return () => explore.point.set(undefined);
  }, [explore, scenario, point, from]);
  return (
    <aside className="chosen-point" aria-label="The chosen point">
      <dl>
        {point.map(({ path, written }) => {
          const named = names.find((each) => each.path === path);
          return (
            <div key={path}>
              <dt className="small muted">{named?.label ?? path}</dt>
              <dd>{valueText(written, named?.unit ?? '1')}</dd>
            </div>
          );
        })}
      </dl>
      {children}
      <CommandButton command="explore.use-point" icon="design">
        Use this point
      </CommandButton>
    </aside>
  );
}

/** A number gets its unit; what is written with words says its own. */
export function valueText(written: string, unit: string): string {
  const value = Number(written);
  return Number.isNaN(value) ? written : quantity(value, unit);
}
