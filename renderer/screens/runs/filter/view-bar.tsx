import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { readViews, type SavedView, withView, writeViews } from './saved-views.ts';

interface ViewBarProps {
  readonly current: Omit<SavedView, 'name'>;
  onChoose(view: SavedView): void;
}

/** What most people look for first. */
const ready: readonly SavedView[] = [
  { name: 'All', filter: '' },
  { name: 'As in the file', filter: 'scenario:base' },
  { name: 'Changed', filter: 'is:changed' },
];

/** Filters under a name: those that are always there, and the person's own, kept in this browser. */
export function ViewBar({ current, onChoose }: ViewBarProps): ReactElement {
  const [own, setOwn] = useState(() => readViews(localStorage));
  const [name, setName] = useState<string>();
  const keep = (views: readonly SavedView[]) => {
    setOwn(views);
    writeViews(localStorage, views);
  };
  const save = () => {
    const written = (name ?? '').trim();
    if (written !== '') keep(withView(own, { ...current, name: written }));
    setName(undefined);
  };
  const isCurrent = ({ filter }: SavedView) => filter.trim() === current.filter.trim();
  return (
    <fieldset className="runs-views">
      <legend className="unseen">Saved views</legend>
      {[...ready, ...own].map((view) => (
        <span key={view.name} className="runs-view" data-current={isCurrent(view)}>
          <button type="button" aria-pressed={isCurrent(view)} onClick={() => onChoose(view)}>
            {view.name}
          </button>
          {own.includes(view) && (
            <button
              type="button"
              aria-label={`Forget the view ${view.name}`}
              onClick={() => keep(own.filter((each) => each !== view))}
            >
              <Icon name="cancel" />
            </button>
          )}
        </span>
      ))}
      {name === undefined ? (
        <Button kind="quiet" icon="add" onClick={() => setName('')}>
          Save view
        </Button>
      ) : (
        <input
          className="input"
          aria-label="Name of the view; Enter saves it"
          placeholder="Name, then Enter"
          maxLength={40}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
          autoFocus
          value={name}
          onChange={({ target }) => setName(target.value)}
          onBlur={save}
          onKeyDown={({ key }) => {
            if (key === 'Enter') save();
            if (key === 'Escape') setName(undefined);
          }}
        />
      )}
    </fieldset>
  );
}
