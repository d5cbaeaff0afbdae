import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { JobAsked, JobKind } from '../../../main/api/jobs/experiment-asked.ts';
import type { FieldProblem, JobEstimate } from '../../../main/api/jobs/jobs-api.ts';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import { askedOf, type FormRead } from '../../state/explore/asked-of.ts';
import { jobEstimate } from '../../state/explore/job-queries.ts';
import { useStudio } from '../../state/studio-context.tsx';
import type { OpenForm } from './use-form.ts';

/** What an experiment would cost, or what is wrong with its form. */
export interface Estimated {
  readonly cost: Extract<JobEstimate, { readonly ok: true }> | undefined;
  readonly problems: readonly FieldProblem[];
  /** What went wrong with asking. */
  readonly failed: Problem | undefined;
  /** True while an answer to what the form says now is awaited. */
  readonly waiting: boolean;
}

/** Milliseconds after the last key. */
const pause = 350;

/** Asks what the form would cost, a moment after it was changed. */
export function useEstimate(kind: JobKind, { draft, form }: OpenForm): Estimated {
  const { client } = useStudio();
  const read = askedOf(
    kind,
    { id: draft.scenario, title: draft.good.card.title, text: draft.good.text },
    form,
  );
  const settled = useSettled(read, pause);
  const asked = settled.ok ? settled.asked : undefined;
  const { data, error, isFetching } = useQuery({
    ...jobEstimate(client, asked ?? nothing),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });
  const waiting = JSON.stringify(read) !== JSON.stringify(settled) || isFetching;
  if (!read.ok) return { cost: undefined, problems: read.problems, failed: undefined, waiting: false };
  const known = asked === undefined ? undefined : data;
  return {
    cost: known?.ok === true ? known : undefined,
    problems: known?.ok === false ? known.problems : [],
    failed: error === null ? undefined : toProblem(error),
    waiting,
  };
}

const nothing: JobAsked = {
  kind: 'sweep',
  scenario: '',
  text: '',
  experiment: { title: '', question: '', seeds: '' },
};

/** A value once it has been the same for a while. */
function useSettled(read: FormRead, after: number): FormRead {
  const [settled, setSettled] = useState(read);
  const key = JSON.stringify(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether it is another
  useEffect(() => {
    const timer = setTimeout(() => setSettled(read), after);
    return () => clearTimeout(timer);
  }, [key, after]);
  return settled;
}
