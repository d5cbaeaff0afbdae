import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Preflight } from '../../../../main/api/publish/publish-api.ts';
import { type Problem, toProblem } from '../../../../sim-core/contract/errors.ts';
import { knownFor } from '../../../state/publishing/known-for.ts';
import { publishSettings } from '../../../state/publishing/publication-queries.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';

/** Every rule of Snapshot's server against a text as it is typed. Nobody is asked but the studio itself. */
export function usePreflight(
  text: string,
  enabled: boolean,
): { readonly checked: Preflight | undefined; readonly problem: Problem | undefined } {
  const { client, publishing } = useStudio();
  const known = knownFor(text, useStore(publishing.around));
  const { data: settings } = useQuery({ ...publishSettings(client), enabled });
  const { data, error } = useQuery({
    queryKey: ['preflight', text, known, settings?.sequencer],
    queryFn: () => client.call('publish.preflight', { text, known }),
    enabled,
    placeholderData: keepPreviousData,
    // Each text is asked about once; the times in it are those of its moment.
    gcTime: 1000,
  });
  return {
    checked: enabled ? data : undefined,
    problem: error === null ? undefined : toProblem(error),
  };
}
