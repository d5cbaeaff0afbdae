import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { OpenedRun, RunRow } from '../../../../main/api/runs/runs-api.ts';
import { toProblem } from '../../../../sim-core/contract/errors.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { attempt } from '../../../state/perform.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { standingOf } from '../../../state/verdict-standing.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { percent } from '../../../ui/number-format.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { duration, whenText } from '../../../ui/time-format.ts';
import './run-details.css';

/** All there is to know of one run, and how to repeat it. */
export function RunDetails({ row }: { readonly row: RunRow }): ReactElement {
  const { client, keptRuns } = useStudio();
  const broken = row.problem !== undefined;
  const { data, error } = useQuery({
    queryKey: ['runs', row.run, row.digest],
    queryFn: () => client.call('runs.open', { run: row.run }),
    enabled: !broken,
  });
  return (
    <aside className="runs-details" aria-label="Details of the run">
      <header>
        <h2>{row.title || 'A damaged run'}</h2>
        <Button
          kind="quiet"
          icon="cancel"
          aria-label="Close details"
          onClick={() => keptRuns.opened.set(undefined)}
        />
      </header>
      {row.problem !== undefined && <ProblemNote problem={row.problem} />}
      {error !== null && <ProblemNote problem={toProblem(error)} />}
      {!broken && (
        <div className="runs-actions">
          <CommandButton command="runs.draw" kind="primary" icon="run">
            Open in Run
          </CommandButton>
          <CommandButton command="runs.repeat-one" icon="repeat">
            Re-run
          </CommandButton>
        </div>
      )}
      <Note row={row} />
      {data !== undefined && <Opened opened={data} />}
      <Part title="Where it is">
        <Copied text={row.folder} name="path" />
      </Part>
    </aside>
  );
}

function Opened({ opened }: { readonly opened: OpenedRun }): ReactElement {
  const { row, command, seeds, failures, verdicts, parameters } = opened;
  const took = row.seconds === undefined ? '' : ` in ${duration(row.seconds)}`;
  return (
    <>
      <Part title="Repeat it">
        {command === undefined ? (
          <p className="muted">This run cannot be told in one line: its scenario has changed or is gone.</p>
        ) : (
          <Copied text={command} name="command line" />
        )}
      </Part>
      <Part title="Different from its base">
        {row.changed.length === 0 && <p className="muted">Nothing.</p>}
        {row.changed.length > 0 && (
          <table>
            <thead>
              <tr>
                <th scope="col">Parameter</th>
                <th scope="col">Base</th>
                <th scope="col">Here</th>
              </tr>
            </thead>
            <tbody>
              {row.changed.map(({ path, from = '–', to = '–' }) => (
                <tr key={path}>
                  <th scope="row">{path}</th>
                  <td>{from}</td>
                  <td>{to}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Part>
      <Part title="Verdicts">
        {verdicts.length === 0 && <p className="muted">No verdict applies to what it reports.</p>}
        <ul className="runs-verdicts">
          {verdicts.map((verdict) => (
            <li key={verdict.id}>
              <span className={`runs-standing runs-${standingOf(verdict)}`}>
                <Icon name={standingOf(verdict)} />
              </span>
              <strong>{verdict.title}</strong> {standingOf(verdict)}, in {percent(verdict.probability)} of the
              seeds
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Manifest">
        <dl className="runs-facts">
          <Fact name="When">{`${whenText(row.when)}${took}`}</Fact>
          <Fact name="Scenario">{row.scenario}</Fact>
          <Fact name="Days">{`${row.days} from ${row.startDate}`}</Fact>
          <Fact name="Seeds">
            {`${seeds.length} finished`}
            {failures.length > 0 && `, ${failures.length} stopped`}
            {row.damaged > 0 && `, ${row.damaged} damaged`}
          </Fact>
          <Fact name="Digest">
            <Copied text={row.digest} name="digest" />
          </Fact>
          <Fact name="Engine">
            <Copied text={row.engineId} name="engine" />
          </Fact>
          <Fact name="Spec">
            <Copied text={row.specDigest} name="spec digest" />
          </Fact>
        </dl>
      </Part>
      {failures.map(({ seed, problem }) => (
        <ProblemNote key={seed} problem={problem} kind="warning" />
      ))}
      <details>
        <summary>All {parameters.length} parameters</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map(({ path, label, shown, origin }) => (
              <tr key={path} title={origin}>
                <th scope="row">
                  {label} <span className="muted">{path}</span>
                </th>
                <td>{shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Note({ row }: { readonly row: RunRow }): ReactElement {
  const studio = useStudio();
  const { client, keptRuns } = studio;
  const [note, setNote] = useState(row.note);
  const save = async () => {
    if (note.trim() === row.note) return;
    await client.call('runs.note', { run: row.run, note });
    await keptRuns.load();
  };
  return (
    <label className="runs-note">
      Note
      <textarea
        className="input"
        rows={2}
        maxLength={2000}
        value={note}
        placeholder="Why this run matters"
        onChange={({ target }) => setNote(target.value)}
        onBlur={() => void attempt(studio, save)}
      />
    </label>
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
    <h3>{title}</h3>
    {children}
  </section>
);

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** A text to take along. */
function Copied({ text, name }: { readonly text: string; readonly name: string }): ReactElement {
  const studio = useStudio();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    studio.toasts.say({ text: `The ${name} is copied.` });
  };
  return (
    <span className="runs-copied">
      <code>{text}</code>
      <Button
        kind="quiet"
        icon="copy"
        aria-label={`Copy the ${name}`}
        onClick={() => void attempt(studio, copy)}
      />
    </span>
  );
}
