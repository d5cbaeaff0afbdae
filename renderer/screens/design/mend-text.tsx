import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { type BrokenScenario, type Draft, isEdited } from '../../state/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { yamlFacts } from './yaml/yaml-facts.ts';

const YamlTab = lazy(() => import('./yaml/yaml-tab.tsx'));

interface MendTextProps {
  readonly scenario: string;
  /** The text as far as it is mended: a draft from the moment on which it can be read. */
  readonly text: BrokenScenario | Draft;
  /** Goes on to form, graph and preview. */
  onMended(): void;
}

/** A scenario whose file cannot be read: its text, with what is wrong where it stands. */
export function MendText({ scenario, text, onMended }: MendTextProps): ReactElement {
  const facts = useMemo(() => yamlFacts(text.text), [text.text]);
  const [first] = text.problems;
  return (
    <div className="design design-mend">
      <h1>{scenario}</h1>
      {first === undefined ? (
        <div className="design-choice" role="status">
          <p>The text can be read now.{'good' in text && isEdited(text) && ' It is not saved yet.'}</p>
          <Button kind="primary" onClick={onMended}>
            Go on in Design
          </Button>
        </div>
      ) : (
        <ProblemNote problem={first} />
      )}
      <Suspense fallback={<p className="tab-loading muted">Opening the editor…</p>}>
        <YamlTab
          draft={text}
          meanwhile="Form, graph and preview are here as soon as the text can be read."
          sources={facts.sources}
        />
      </Suspense>
    </div>
  );
}
