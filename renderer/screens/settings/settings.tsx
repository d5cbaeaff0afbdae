import type { ReactElement, ReactNode } from 'react';
import { exportThemes } from '../../state/export-theme.ts';
import { ServersForm } from '../../state/publishing/servers-form.tsx';
import { mostWorkers, type Settings } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { fullNumber, shortNumber } from '../../ui/number-format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import './settings.css';

const exportTitles = { light: 'Light', dark: 'Dark', screen: 'As the screen' } as const;

/** What a person chooses once, for this browser or window. */
export default function SettingsScreen(): ReactElement {
  const { settings, theme } = useStudio();
  const now = useStore(settings);
  const choice = useStore(theme.choice);
  const exported = useStore(theme.exports);
  const set = (change: Partial<Settings>) => settings.set({ ...settings.get(), ...change });
  return (
    <div className="settings">
      <header>
        <h1>Settings</h1>
        <p className="muted">
          Kept in this browser alone, but for the servers. Nothing here changes a result.
        </p>
      </header>
      <Part title="Look">
        <Choice name="Theme" hint="Of the page.">
          <Segmented
            label="Theme"
            value={choice}
            options={[
              { value: 'system', text: 'As the system' },
              { value: 'light', text: 'Light' },
              { value: 'dark', text: 'Dark' },
            ]}
            onChange={(next) => theme.choice.set(next)}
          />
        </Choice>
        <Choice name="Theme of saved charts" hint="Many work in the dark and publish in the light.">
          <Segmented
            label="Theme of saved charts"
            value={exported}
            options={exportThemes.map((value) => ({ value, text: exportTitles[value] }))}
            onChange={(next) => theme.exports.set(next)}
          />
        </Choice>
        <Choice
          name="Large numbers"
          hint={`In cards and charts; tables have all digits. Now: ${shortNumber(1234567)}.`}
        >
          <Segmented
            label="Large numbers"
            value={now.numbers}
            options={[
              { value: 'si', text: 'Short, 1.23M' },
              { value: 'grouped', text: `Grouped, ${fullNumber(1230000)}` },
            ]}
            onChange={(numbers) => set({ numbers })}
          />
        </Choice>
      </Part>
      <Part title="Runs">
        <label className="settings-check">
          <input
            type="checkbox"
            checked={now.keepRuns}
            onChange={({ target }) => set({ keepRuns: target.checked })}
          />
          <span>
            Keep every finished run in the project
            <small className="muted">So that it can be found, compared, exported and repeated in Runs.</small>
          </span>
        </label>
        <Workers value={now.workers} onChange={(workers) => set({ workers })} />
      </Part>
      <Part title="Publishing">
        <p className="muted">
          Servers that are asked when you publish, follow a vote, and only then. Kept for you on this
          computer, beside your projects.
        </p>
        <ServersForm />
      </Part>
      <Part title="Proposals">
        <Choice
          name="Engines of other releases"
          hint="A folder of this computer. A proposal that names one of them is re-run with it, once you trust its hash."
        >
          <input
            className="input"
            aria-label="Folder with engines of other releases"
            value={now.engines}
            placeholder="none"
            spellCheck={false}
            onChange={({ target }) => set({ engines: target.value.trim() })}
          />
        </Choice>
      </Part>
    </div>
  );
}

function Workers({
  value,
  onChange,
}: {
  readonly value: number;
  onChange(workers: number): void;
}): ReactElement {
  const cores = navigator.hardwareConcurrency;
  return (
    <Choice
      name="Workers"
      hint={`That simulate at once; this computer has ${cores} cores. From the next start on.`}
    >
      <input
        className="input"
        type="number"
        aria-label="Workers; empty is one for each core"
        min={1}
        max={mostWorkers}
        placeholder={`${cores}`}
        value={value === 0 ? '' : value}
        onChange={({ target }) =>
          onChange(Math.min(mostWorkers, Math.max(0, Math.trunc(target.valueAsNumber || 0))))
        }
      />
    </Choice>
  );
}

const Part = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

interface ChoiceProps {
  readonly name: string;
  readonly hint: string;
  readonly children: ReactNode;
}

const Choice = ({ name, hint, children }: ChoiceProps): ReactElement => (
  <div className="settings-choice">
    <div>
      <strong>{name}</strong>
      <small className="muted">{hint}</small>
    </div>
    {children}
  </div>
);
