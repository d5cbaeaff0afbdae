import { type FormEvent, type ReactElement, useEffect, useId, useState } from 'react';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Draft } from '../../state/drafts.ts';
import { scenarioSlug } from '../../state/slug-of.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** Asks for the name of a new scenario, made of the draft. */
export function SaveDialog({ draft }: { readonly draft: Draft }): ReactElement | null {
  const { design } = useStudio();
  const naming = useStore(design.naming);
  useEffect(() => () => design.naming.set(undefined), [design]);
  return naming === draft.scenario ? <OpenSaveDialog draft={draft} /> : null;
}

function OpenSaveDialog({ draft }: { readonly draft: Draft }): ReactElement {
  const { design, drafts, location, queries, toasts } = useStudio();
  const { scenario, opened } = draft;
  const [title, setTitle] = useState(`${opened.card.title}, edited`);
  const [written, setWritten] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);
  const id = useId();
  const name = written ?? scenarioSlug(title);

  const close = () => design.naming.set(undefined);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    setProblem(undefined);
    try {
      const saved = await drafts.saveAs(scenario, { id: name, title: title.trim() });
      await queries.invalidateQueries({ queryKey: ['scenarios'] });
      close();
      location.go({ screen: 'design', scenario: saved.card.id });
      toasts.say({
        text: `Saved as ${saved.card.title}. Your edits are in it; the scenario it was made from is as it was.`,
      });
    } catch (error) {
      setProblem(toProblem(error));
      setSaving(false);
    }
  };
  return (
    <Dialog title="Save as a new scenario" onClose={close}>
      <form onSubmit={(event) => void save(event)}>
        <p className="dialog-field muted">
          {opened.card.place === 'shipped'
            ? 'Scenarios that come with the studio stay as they are. Yours goes into the folder of your project.'
            : 'A copy goes into the folder of your project.'}
        </p>
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
        <div className="dialog-field">
          <label htmlFor={`${id}-name`}>Folder</label>
          <input
            id={`${id}-name`}
            className="input mono"
            required
            maxLength={80}
            spellCheck={false}
            pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*"
            title="Small letters and digits, words joined by -, beginning with a letter"
            value={name}
            onChange={({ target }) => setWritten(target.value)}
          />
        </div>
        {problem !== undefined && <ProblemNote problem={problem} />}
        <div className="dialog-buttons">
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={saving}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
