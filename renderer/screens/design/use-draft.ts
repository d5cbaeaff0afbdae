import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OpenedScenario } from '../../../main/api/scenarios/scenarios-api.ts';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { BrokenScenario, Draft } from '../../state/drafts.ts';
import { openedScenario } from '../../state/scenario-queries.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';

/** The draft of a scenario, opened when it is first asked for. */
export function useDraft(scenario: string): {
  readonly draft: Draft | undefined;
  /** Its text, where that cannot be read. */
  readonly broken: BrokenScenario | undefined;
  readonly problem: Problem | undefined;
  again(): void;
} {
  const { drafts } = useStudio();
  const draft = useStore(drafts.all).get(scenario);
  const broken = useStore(drafts.broken).get(scenario);
  const [problem, setProblem] = useState<Problem>();
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another reason to open it
  useEffect(() => {
    setProblem(undefined);
    drafts.open(scenario).catch((error: unknown) => setProblem(toProblem(error)));
  }, [drafts, scenario, tries]);
  return { draft, broken, problem, again: () => setTries(tries + 1) };
}

/** What a draft is held against. */
export interface Base extends OpenedScenario {
  /** Its own file, or the scenario that it was made from. */
  readonly kind: 'file' | 'origin';
  readonly name: string;
}

/** The scenario that this one was made from, where there is one; otherwise the file as it stands on disk. */
export function useBase({ opened }: Draft): Base {
  const { client } = useStudio();
  const origin = opened.card.base;
  const { data } = useQuery({ ...openedScenario(client, origin ?? ''), enabled: origin !== undefined });
  return data === undefined
    ? { ...opened, kind: 'file', name: 'as saved' }
    : { ...data, kind: 'origin', name: data.card.title };
}
