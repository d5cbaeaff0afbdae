import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useRun } from '../sim/use-run.ts';
import { attempt } from '../state/perform.ts';
import { studioInfo } from '../state/scenario-queries.ts';
import { useStore } from '../state/store.ts';
import { useStudio } from '../state/studio-context.tsx';

/** Where the pixels come from: engine, seeds, digest. */
export function StatusBar({ scenario }: { readonly scenario: string | undefined }): ReactElement {
  const studio = useStudio();
  const { data: info } = useQuery(studioInfo(studio.client));
  const connection = useStore(studio.connection);
  const snapshot = useRun(studio.simulation, scenario);
  const digest = snapshot?.result?.digest;
  return (
    <footer className="status-bar">
      {connection === 'lost' && (
        <span className="connection-lost" role="status">
          The studio does not answer: start it again with npm start. What is open here is kept.
        </span>
      )}
      {info !== undefined && <Id name="engine" value={info.engineId} />}
      {snapshot !== undefined && <span>{seedsText(snapshot.request.seeds)}</span>}
      {digest !== undefined && <Id name="digest" value={digest} />}
      {snapshot !== undefined && snapshot.workers > 0 && (
        <span>{snapshot.workers === 1 ? '1 worker' : `${snapshot.workers} workers`}</span>
      )}
      {info !== undefined && <span className="status-end">DePIN Studio {info.version}</span>}
    </footer>
  );
}

/** An id, shortened; a click copies all of it. */
function Id({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  const studio = useStudio();
  const copy = () => attempt(studio, () => navigator.clipboard.writeText(value));
  return (
    <span>
      {name}{' '}
      <button type="button" className="mono" title={`Copy ${value}`} onClick={() => void copy()}>
        {value.replace(/^sha256:/, '').slice(0, 12)}
        <span className="unseen">, copy the whole {name}</span>
      </button>
    </span>
  );
}

function seedsText(seeds: readonly string[]): string {
  const last = seeds.at(-1);
  if (last === undefined) return 'no seeds';
  return seeds.length === 1 ? `seed ${last}` : `seeds ${seeds[0]}..${last}`;
}
