import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Draft } from '../../state/drafts.ts';
import type { ScreenProps } from '../../state/location.ts';
import { modelMechanisms, modelOutputs } from '../../state/model-queries.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { ScenarioProblem } from '../../state/scenario-problem.tsx';
import { openedScenario } from '../../state/scenario-queries.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import './design.css';
import { DesignHeader } from './design-header.tsx';
import { DesignPanes } from './design-panes.tsx';
import { OutsideNote } from './draft-notes.tsx';
import { EditTabs } from './edit-tabs.tsx';
import { MendText } from './mend-text.tsx';
import { ModelPane } from './model/model-pane.tsx';
import { PreviewPane } from './preview/preview-pane.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { useBase, useDraft } from './use-draft.ts';
import { yamlFacts } from './yaml/yaml-facts.ts';

/** Change a scenario, and see at once what that does. */
export default function Design({ scenario, search }: ScreenProps): ReactElement {
  if (scenario !== undefined) return <OpenDesign key={scenario} scenario={scenario} search={search} />;
  return (
    <div className="design-empty">
      <h1>Design</h1>
      <p>
        Here you change what a scenario assumes, and see at once what that does. Choose one to begin with.
      </p>
      <PlaceLink className="button button-primary" to={{ screen: 'library' }}>
        Choose a scenario
      </PlaceLink>
    </div>
  );
}

interface OpenDesignProps {
  readonly scenario: string;
  readonly search: ScreenProps['search'];
}

function OpenDesign({ scenario, search }: OpenDesignProps): ReactElement {
  const { preview } = useStudio();
  const { draft, broken, problem, again } = useDraft(scenario);
  useEffect(() => preview.prepare(), [preview]);
  // A text that is being mended stays where it is while it becomes readable, and so does the cursor in it.
  const [mending, setMending] = useState(false);
  if (broken !== undefined && !mending) setMending(true);
  const text = draft ?? broken;
  if (mending && text !== undefined)
    return <MendText scenario={scenario} text={text} onMended={() => setMending(false)} />;
  if (problem !== undefined && draft === undefined) {
    return (
      <div className="design-empty">
        <h1>{scenario}</h1>
        <ScenarioProblem problem={problem} again={again} />
      </div>
    );
  }
  if (draft === undefined) return <div className="design" aria-busy="true" />;
  return <DraftDesign draft={draft} search={search} />;
}

const none: readonly never[] = [];

function DraftDesign({
  draft,
  search,
}: {
  readonly draft: Draft;
  readonly search: ScreenProps['search'];
}): ReactElement {
  const { client } = useStudio();
  const { data: mechanisms, error } = useQuery(modelMechanisms(client));
  const { data: outputs } = useQuery(modelOutputs(client));
  const code = useCodeProblem(draft.scenario);
  const base = useBase(draft);
  const facts = useMemo(() => yamlFacts(draft.text), [draft.text]);
  const named = (facts.uses ?? draft.good.spec.mechanisms.map(({ id }) => id)).join();
  const used = useMemo(() => named.split(','), [named]);
  return (
    <div className="design">
      <DesignHeader draft={draft} base={base} />
      <OutsideNote draft={draft} />
      {error !== null && <ProblemNote problem={toProblem(error)} />}
      {code && <ScenarioProblem {...code} />}
      <DesignPanes
        model={
          <ModelPane
            scenario={draft.scenario}
            used={used}
            mechanisms={mechanisms ?? none}
            metrics={outputs?.metrics ?? none}
            ownModel={draft.good.spec.model}
          />
        }
        edit={
          <EditTabs draft={draft} base={base} mechanisms={mechanisms ?? none} facts={facts} search={search} />
        }
        preview={<PreviewPane draft={draft} base={base} />}
      />
      <SaveDialog draft={draft} />
    </div>
  );
}

/** Why code of the project may not run any more, or cannot: its rules are missing in the graph and the form until it does. */
function useCodeProblem(
  scenario: string,
): { readonly problem: Problem; readonly again: () => void } | undefined {
  const { client } = useStudio();
  const { error, refetch } = useQuery(openedScenario(client, scenario));
  const problem = error === null ? undefined : toProblem(error);
  return problem?.code.startsWith('extension.') ? { problem, again: () => void refetch() } : undefined;
}
