import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { JobKind } from '../../../main/api/jobs/experiment-asked.ts';
import type { JobChoices } from '../../../main/api/jobs/jobs-api.ts';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Draft } from '../../state/drafts.ts';
import { formKey } from '../../state/explore/explore.ts';
import type { ExploreForm } from '../../state/explore/explore-form.ts';
import { firstForm } from '../../state/explore/first-form.ts';
import { jobChoices } from '../../state/explore/job-queries.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';

/** The form of a tab, filled in with what most people would try first, and what there is to choose from. */
export interface OpenForm {
  readonly draft: Draft;
  readonly choices: JobChoices;
  readonly form: ExploreForm;
  change(part: Partial<ExploreForm>): void;
}

/** Parameters that the last sensitivity analysis of a scenario found to matter, the greatest first; the screen keeps it. */
export type Mattering = readonly string[];

export function useForm(
  scenario: string,
  kind: JobKind,
  mattering: Mattering,
): { readonly open: OpenForm | undefined; readonly problem: Problem | undefined; again(): void } {
  const { client, drafts, explore } = useStudio();
  const draft = useStore(drafts.all).get(scenario);
  const [failed, setFailed] = useState<Problem>();
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another reason to open it
  useEffect(() => {
    setFailed(undefined);
    drafts.open(scenario).catch((error: unknown) => setFailed(toProblem(error)));
  }, [drafts, scenario, tries]);
  const text = draft?.good.text ?? '';
  const { data: choices, error } = useQuery({ ...jobChoices(client, scenario, text), enabled: text !== '' });
  const key = formKey(scenario, kind);
  const form = useStore(explore.forms).get(key);
  const set = (next: ExploreForm): void => explore.forms.set(new Map(explore.forms.get()).set(key, next));
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled in once, when there is something to choose from
  useEffect(() => {
    if (form === undefined && choices !== undefined) set(firstForm(kind, choices, mattering));
  }, [form, choices, kind]);
  const problem = failed ?? (error === null ? undefined : toProblem(error));
  const open =
    draft === undefined || choices === undefined || form === undefined
      ? undefined
      : { draft, choices, form, change: (part: Partial<ExploreForm>) => set({ ...form, ...part }) };
  return { open, problem, again: () => setTries(tries + 1) };
}
