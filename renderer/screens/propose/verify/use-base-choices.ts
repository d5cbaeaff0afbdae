import { useQuery } from '@tanstack/react-query';
import type { JobChoices } from '../../../../main/api/jobs/jobs-api.ts';
import { jobChoices } from '../../../state/explore/job-queries.ts';
import { baseOf } from '../../../state/proposals/base-of.ts';
import { openedScenario } from '../../../state/scenario-queries.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';

/** The base of the given proposal, as far as it is here. */
interface BaseChoices {
  readonly scenario: string;
  /** Empty until it is read, and where it is not here. */
  readonly text: string;
  /** What can be varied and measured in it. */
  readonly choices: JobChoices | undefined;
  readonly isLoading: boolean;
}

export function useBaseChoices(): BaseChoices {
  const { proposals, client } = useStudio();
  const scenario = baseOf(useStore(proposals.given)) ?? '';
  const opened = useQuery({ ...openedScenario(client, scenario), enabled: scenario !== '' });
  const text = opened.data?.text ?? '';
  const { data: choices, isLoading } = useQuery({
    ...jobChoices(client, scenario, text),
    enabled: text !== '',
  });
  return { scenario, text, choices, isLoading: opened.isLoading || isLoading };
}
