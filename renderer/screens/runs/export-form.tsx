import { type FormEvent, type ReactElement, useState } from 'react';
import { type RunExport, type RunRow, runTableFormats } from '../../../main/api/runs/runs-api.ts';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segmented } from '../../ui/segmented.tsx';

type Format = RunExport['formats'][number];

const formatTitles: Readonly<Record<Format, string>> = {
  parquet: 'Parquet',
  csv: 'CSV',
  arrow: 'Arrow',
  json: 'JSON',
};

/** What the chosen runs are written as, and where: a folder of the project. */
export function ExportForm({ rows }: { readonly rows: readonly RunRow[] }): ReactElement {
  const { client, keptRuns, toasts } = useStudio();
  const [format, setFormat] = useState<Format>('parquet');
  const [layout, setLayout] = useState<'wide' | 'tidy'>('wide');
  const [dictionary, setDictionary] = useState(true);
  const [name, setName] = useState(() => nameOf(rows));
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      const runs = rows.map(({ run }) => run);
      const { folder, files } = await client.call('runs.export', {
        ...{ runs, name: name.trim(), formats: [format], layout, dictionary },
      });
      toasts.say({ text: `${files.length} files are in ${folder}` });
      keptRuns.asking.set(undefined);
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="runs-question" aria-label="Export" onSubmit={(event) => void save(event)}>
      <Segmented
        label="Format"
        value={format}
        options={[...runTableFormats]
          .sort(parquetFirst)
          .map((each) => ({ value: each, text: formatTitles[each] }))}
        onChange={setFormat}
      />
      <Segmented
        label="Layout"
        value={layout}
        options={[
          { value: 'wide', text: 'Wide: a column a metric' },
          { value: 'tidy', text: 'Tidy: a row a value' },
        ]}
        onChange={setLayout}
      />
      <label className="runs-check">
        <input
          type="checkbox"
          checked={dictionary}
          onChange={({ target }) => setDictionary(target.checked)}
        />
        dictionary.csv: what each column is
      </label>
      <label className="runs-name">
        Folder exports/
        <input
          className="input"
          required
          maxLength={120}
          pattern="[A-Za-z0-9_][A-Za-z0-9_ .+\-]*[A-Za-z0-9_+\-]|[A-Za-z0-9_]"
          title="Letters, digits, spaces, . _ + and -"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <Button type="submit" kind="primary" icon="download" disabled={busy}>
        {busy ? 'Saving' : `Save ${rows.length === 1 ? '1 run' : `${rows.length} runs`}`}
      </Button>
      <Button kind="quiet" onClick={() => keptRuns.asking.set(undefined)}>
        Close
      </Button>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </form>
  );
}

const parquetFirst = (a: Format, b: Format): number => Number(b === 'parquet') - Number(a === 'parquet');

/** After the scenario where they are all of one, and the day. */
function nameOf(rows: readonly RunRow[]): string {
  const scenarios = new Set(rows.map(({ scenario }) => scenario));
  const [only = 'runs'] = scenarios;
  const name = scenarios.size === 1 ? only.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') : 'runs';
  return `${name === '' ? 'runs' : name}-${new Date().toISOString().slice(0, 10)}`;
}
