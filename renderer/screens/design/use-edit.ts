import { useCallback } from 'react';
import type { ScenarioEdit } from '../../../main/api/scenarios/scenarios-api.ts';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import { useStudio } from '../../state/studio-context.tsx';

/** Makes edits of a draft; resolves to what is wrong with them, for the place where they were made. */
export type Edit = (edits: readonly ScenarioEdit[]) => Promise<Problem | undefined>;

export function useEdit(scenario: string): Edit {
  const { drafts, design } = useStudio();
  return useCallback(
    async (edits) => {
      design.editedAt.set(performance.now());
      try {
        await drafts.edit(scenario, edits);
        return undefined;
      } catch (error) {
        return toProblem(error);
      }
    },
    [drafts, design, scenario],
  );
}

/** Takes a whole text in place of the draft's. */
export function useWrite(scenario: string): (text: string) => Promise<Problem | undefined> {
  const { drafts, design } = useStudio();
  return useCallback(
    async (text) => {
      design.editedAt.set(performance.now());
      try {
        await drafts.write(scenario, text);
        return undefined;
      } catch (error) {
        return toProblem(error);
      }
    },
    [drafts, design, scenario],
  );
}
