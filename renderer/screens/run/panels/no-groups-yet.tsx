import type { ReactElement } from 'react';

/** Groups are read at the end of a seed. */
export function NoGroupsYet(): ReactElement {
  return (
    <p className="panel-waiting muted">
      Regions, classes and cohorts are shown once the first seed has finished; a seed that stopped has none.
    </p>
  );
}
