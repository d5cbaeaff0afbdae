import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import { currentProject, openProject } from '../../state/project.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** Asks for the folder of a project: one that was open before, or any by its path. */
export default function OpenProject({ onClose }: { readonly onClose: () => void }): ReactElement {
  const studio = useStudio();
  const { data } = useQuery(currentProject(studio.client));
  const [folder, setFolder] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const open = async (chosen: string) => {
    try {
      await openProject(studio, chosen);
      onClose();
    } catch (error) {
      setProblem(toProblem(error));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open(folder.trim());
  };
  const recent = (data?.recent ?? []).filter((each) => each.folder !== data?.project.folder);
  return (
    <Dialog title="Open a project" onClose={onClose}>
      <p className="muted">
        A project is a folder that keeps your scenarios, experiments, proposals and runs. Open is{' '}
        <code>{data?.project.folder}</code>.
      </p>
      <form onSubmit={submit}>
        <div className="dialog-field">
          <label htmlFor="project-folder">Full path of the folder; a new one is made when you save</label>
          <input
            id="project-folder"
            className="input"
            value={folder}
            spellCheck={false}
            aria-invalid={problem !== undefined}
            onChange={({ target }) => setFolder(target.value)}
          />
        </div>
        {problem !== undefined && <ProblemNote problem={problem} />}
        <div className="dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={folder.trim() === ''}>
            Open
          </Button>
        </div>
      </form>
      {recent.length > 0 && (
        <>
          <h3>Recent</h3>
          <ul className="recent-projects">
            {recent.map((each) => (
              <li key={each.folder}>
                <Button kind="quiet" onClick={() => void open(each.folder)}>
                  {each.name}
                </Button>
                <span className="muted small">{each.folder}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
