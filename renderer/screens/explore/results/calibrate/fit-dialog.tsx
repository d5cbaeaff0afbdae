import { type FormEvent, type ReactElement, useEffect, useId, useState } from 'react';
import { type Problem, toProblem } from '../../../../../sim-core/contract/errors.ts';
import type { FittedText } from '../../../../state/explore/explore.ts';
import { scenarioSlug } from '../../../../state/slug-of.ts';
import { useStore } from '../../../../state/store.ts';
import { useStudio } from '../../../../state/studio-context.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemNote } from '../../../../ui/problem-note.tsx';

/** Asks for the name of the scenario that a fit becomes. */
export function FitDialog(): ReactElement | null {
  const { explore } = useStudio();
  const naming = useStore(explore.naming);
  useEffect(() => () => explore.naming.set(undefined), [explore]);
  return naming === undefined ? null : <OpenFitDialog fitted={naming} />;
}

function OpenFitDialog({ fitted }: { readonly fitted: FittedText }): ReactElement {
  const { explore, client, queries, location, toasts } = useStudio();
  const [title, setTitle] = useState(`${fitted.title}, fitted`);
  const [problem, setProblem] = useState<Problem>();
  const id = useId();
  const close = () => explore.naming.set(undefined);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { scenario: base, text } = fitted;
      const saved = await client.call('scenarios.save', {
        id: scenarioSlug(title) || 'fitted',
        text,
        base,
        title: title.trim(),
      });
      await queries.invalidateQueries({ queryKey: ['scenarios'] });
      close();
      location.go({ screen: 'run', scenario: saved.card.id });
      toasts.say({
        text: `${title.trim()} is a scenario of your project now. Each fitted value says to what it was fitted.`,
      });
    } catch (error) {
      setProblem(toProblem(error));
    }
  };
  return (
    <Dialog title="Apply as new scenario" onClose={close}>
      <form onSubmit={(event) => void save(event)}>
        <div className="dialog-field">
          <label htmlFor={id}>Title</label>
          <input
            id={id}
            className="input"
            required
            maxLength={200}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </div>
        {problem !== undefined && <ProblemNote problem={problem} />}
        <div className="dialog-buttons">
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
