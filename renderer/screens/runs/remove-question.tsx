import { type ReactElement, useEffect, useRef } from 'react';
import type { RunRow } from '../../../main/api/runs/runs-api.ts';
import { attempt } from '../../state/perform.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';

/** Asks before runs are deleted from the disk: they can be computed again, notes cannot. */
export function RemoveQuestion({ rows }: { readonly rows: readonly RunRow[] }): ReactElement {
  const studio = useStudio();
  const { client, keptRuns, toasts } = studio;
  const keep = useRef<HTMLDivElement>(null);
  useEffect(() => keep.current?.querySelector('button')?.focus(), []);
  const many = rows.length === 1 ? 'this run' : `these ${rows.length} runs`;
  const notes = rows.filter(({ note }) => note !== '').length;
  const remove = async () => {
    const { removed } = await client.call('runs.remove', { runs: rows.map(({ run }) => run) });
    keptRuns.asking.set(undefined);
    toasts.say({ text: removed === 1 ? '1 run is removed.' : `${removed} runs are removed.` });
    await keptRuns.load();
  };
  return (
    <div
      ref={keep}
      className="runs-question"
      role="alertdialog"
      aria-label={`Remove ${many}?`}
      onKeyDown={({ key }) => {
        if (key === 'Escape') keptRuns.asking.set(undefined);
      }}
    >
      <p>
        Delete {many} from the disk?{' '}
        {notes > 0 &&
          `${notes === 1 ? 'One note goes' : `${notes} notes go`} with ${rows.length === 1 ? 'it' : 'them'}.`}
      </p>
      <Button onClick={() => keptRuns.asking.set(undefined)}>Keep</Button>
      <Button kind="primary" icon="remove" onClick={() => void attempt(studio, remove)}>
        Remove {many}
      </Button>
    </div>
  );
}
