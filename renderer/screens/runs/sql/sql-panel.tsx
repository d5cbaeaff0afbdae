import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import type { QueryAnswer } from '../../../../main/api/runs/runs-api.ts';
import { type Problem, toProblem } from '../../../../sim-core/contract/errors.ts';
import { answerCsv } from '../../../state/kept-runs/answer-csv.ts';
import { modelOutputs } from '../../../state/model-queries.ts';
import { attempt } from '../../../state/perform.ts';
import { saveFile } from '../../../state/save-file.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { fullNumber } from '../../../ui/number-format.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { duration } from '../../../ui/time-format.ts';
import { AnswerTable } from './answer-table.tsx';
import { SqlEditor } from './sql-editor.tsx';
import { sqlExamples, sqlNames } from './sql-names.ts';
import './sql.css';

const key = 'studio.runs-sql';

/** Questions to all runs, or to those that are chosen. */
export default function SqlPanel(): ReactElement {
  const studio = useStudio();
  const { client, keptRuns } = studio;
  const chosen = useStore(keptRuns.chosen);
  const { data: outputs } = useQuery(modelOutputs(client));
  const names = useMemo(() => sqlNames(outputs), [outputs]);
  const [sql, setSql] = useState(() => localStorage.getItem(key) ?? sqlExamples[0]?.sql ?? '');
  const [of, setOf] = useState<'all' | 'chosen'>(chosen.size > 0 ? 'chosen' : 'all');
  const [answer, setAnswer] = useState<QueryAnswer>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const ask = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    localStorage.setItem(key, sql);
    try {
      const runs = of === 'chosen' && chosen.size > 0 ? { runs: [...chosen] } : {};
      setAnswer(await client.call('runs.query', { sql, ...runs }));
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const save = async () => {
    if (answer !== undefined)
      await saveFile(studio, { name: 'answer.csv', type: 'text/csv', text: answerCsv(answer) });
  };
  return (
    <section className="runs-sql" aria-label="SQL">
      <SqlEditor value={sql} names={names} onChange={setSql} onAsk={() => void ask()} />
      <div className="runs-sql-bar">
        <Button kind="primary" icon="play" disabled={busy} onClick={() => void ask()}>
          {busy ? 'Asking' : 'Ask'}
        </Button>
        {chosen.size > 0 && (
          <Segmented
            label="Runs to ask"
            value={of}
            options={[
              { value: 'all', text: 'All runs' },
              { value: 'chosen', text: `The ${fullNumber(chosen.size)} chosen` },
            ]}
            onChange={setOf}
          />
        )}
        <p className="muted" aria-live="polite">
          {busy
            ? 'The first question about days makes tables of them, which takes a while for many runs.'
            : said(answer)}
        </p>
        <Menu
          label="Example questions"
          icon="search"
          text="Examples"
          items={sqlExamples.map((example) => ({ text: example.title, choose: () => setSql(example.sql) }))}
        />
        <Button icon="download" disabled={answer === undefined} onClick={() => void attempt(studio, save)}>
          CSV
        </Button>
      </div>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer !== undefined && problem === undefined && (
        <AnswerTable key={answer.columns.join()} answer={answer} />
      )}
    </section>
  );
}

function said(answer: QueryAnswer | undefined): string {
  if (answer === undefined)
    return 'Tables: runs, verdicts, parameters, metrics, breakdowns. Ctrl Enter asks.';
  const { rows, more, asked, leftOut, seconds } = answer;
  const count = rows.length === 1 ? '1 row' : `${fullNumber(rows.length)} rows`;
  const shown = more ? `The first ${count}; there are more` : count;
  const left = leftOut === 0 ? '' : `; ${leftOut} damaged left out`;
  return `${shown}, from ${asked === 1 ? '1 run' : `${fullNumber(asked)} runs`}${left}, in ${duration(seconds)}.`;
}
