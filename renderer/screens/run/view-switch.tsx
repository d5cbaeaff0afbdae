import type { ReactElement } from 'react';
import type { RunSnapshot } from '../../sim/run-snapshot.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { allSeeds } from './shown-seeds.ts';

/** All runs or one, and which. */
export function ViewSwitch({ snapshot }: { readonly snapshot: RunSnapshot }): ReactElement {
  const { view: store } = useStudio();
  const view = useStore(store);
  return (
    <div className="view-switch">
      <Segmented
        label="Charts show"
        value={view.kind}
        options={[
          { value: 'all', text: 'All runs' },
          { value: 'one', text: 'One run' },
        ]}
        onChange={(kind) => store.set({ kind })}
      />
      {view.kind === 'one' && (
        <select
          className="input"
          aria-label="Seed"
          value={view.seed ?? ''}
          onChange={({ target }) =>
            store.set(target.value === '' ? { kind: 'one' } : { kind: 'one', seed: target.value })
          }
        >
          <option value="">first seed</option>
          {seedsOf(snapshot).map((seed) => (
            <option key={seed} value={seed}>
              seed {seed}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** In the order that people count. */
const seedsOf = (snapshot: RunSnapshot): string[] =>
  allSeeds(snapshot)
    .map(({ seed }) => seed)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
