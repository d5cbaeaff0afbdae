import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import type { Problem } from '../../sim-core/contract/errors.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { CommandButton } from './command-button.tsx';
import { projectCode } from './project.ts';
import { useStudio } from './studio-context.tsx';

interface ScenarioProblemProps {
  readonly problem: Problem;
  /** Reads the scenario again. */
  readonly again: () => void;
}

/** Why a scenario cannot be shown, and what can be done about it on the spot. */
export function ScenarioProblem({ problem, again }: ScenarioProblemProps): ReactElement {
  return (
    <ProblemNote problem={problem}>
      {problem.code === 'extension.untrusted' ? (
        <LookAtCode onAllowed={again} />
      ) : (
        <Button onClick={again}>Read it again</Button>
      )}
    </ProblemNote>
  );
}

function LookAtCode({ onAllowed }: { readonly onAllowed: () => void }): ReactElement {
  const { client } = useStudio();
  const { data } = useQuery(projectCode(client));
  const allowed = data?.modules.every(({ trusted }) => trusted) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the person has allowed them
  useEffect(() => {
    if (allowed) onAllowed();
  }, [allowed]);
  return <CommandButton command="project.code">Look at the code</CommandButton>;
}
