import { type FormEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { type Problem, toProblem } from '../../../../../sim-core/contract/errors.ts';
import type { FittedText } from '../../../../state/explore/explore.ts';
import { useStore } from '../../../../state/store.ts';
import { useStudio } from '../../../../state/studio-context.tsx';
import { Button } from '../../../../ui/button.tsx';
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
  const dialog = useRef<HTMLDialogElement>(null);
  const [title, setTitle] = useState(`${fitted.title}, fitted`);
  const [problem, setProblem] = useState<Problem>();
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => explore.naming.set(undefined);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { scenario: base, text } = fitted;
      const saved = await client.call('scenarios.save', {
        id: nameOf(title),
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
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-head`} onClose={close}>
      <form onSubmit={(event) => void save(event)}>
        <header>
          <h2 id={`${id}-head`}>Apply as new scenario</h2>
        </header>
        <div className="dialog-field">
          <label htmlFor={`${id}-title`}>Title</label>
          <input
            id={`${id}-title`}
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
    </dialog>
  );
}

/** The name of the folder: small letters and digits, words joined by -. */
function nameOf(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const name = words
    .join('-')
    .replace(/^[\d-]+/, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return name === '' ? 'fitted' : name;
}
