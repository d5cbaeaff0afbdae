import { useQuery } from '@tanstack/react-query';
import type { SortingState } from '@tanstack/react-table';
import { lazy, type ReactElement, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { CommandButton } from '../../state/command-button.tsx';
import type { ScreenProps } from '../../state/location.ts';
import { modelOutputs } from '../../state/model-queries.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { fullNumber } from '../../ui/number-format.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { RunDetails } from './drawer/run-details.tsx';
import { ExportForm } from './export-form.tsx';
import { FilterBar } from './filter/filter-bar.tsx';
import { filterRuns } from './filter/run-filter.ts';
import { ViewBar } from './filter/view-bar.tsx';
import { RemoveQuestion } from './remove-question.tsx';
import './runs.css';
import { runColumns } from './table/run-columns.tsx';
import { RunTable } from './table/run-table.tsx';
import { useRunOrder } from './table/use-run-order.ts';

const SqlPanel = lazy(() => import('./sql/sql-panel.tsx'));

/** Every run that the project keeps: find, read, compare, export, repeat, remove, ask. */
export default function RunsScreen({ search }: ScreenProps): ReactElement {
  const { keptRuns, location } = useStudio();
  const { rows, unread, problem } = useStore(keptRuns.list);
  const tab = search.tab === 'sql' ? 'sql' : 'table';
  useEffect(() => {
    const load = () => void keptRuns.load();
    load();
    // Another program, such as the command line, may have run something meanwhile.
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, [keptRuns]);
  return (
    <div className="runs">
      <header className="runs-header">
        <h1>Runs</h1>
        {rows !== undefined && <p className="muted">{countText(rows.length, unread)}</p>}
        <Segmented
          label="How to look at runs"
          value={tab}
          options={[
            { value: 'table', text: 'Table' },
            { value: 'sql', text: 'SQL' },
          ]}
          onChange={(next) =>
            location.go({ screen: 'runs', ...(next === 'sql' ? { search: { tab: 'sql' } } : {}) })
          }
        />
      </header>
      {problem !== undefined && (
        <ProblemNote problem={problem}>
          <Button onClick={() => void keptRuns.load()}>Try again</Button>
        </ProblemNote>
      )}
      {rows !== undefined && rows.length === 0 && unread === 0 && <NoRuns />}
      {rows !== undefined && rows.length > 0 && tab === 'table' && <RunsTable />}
      {rows !== undefined && rows.length > 0 && tab === 'sql' && (
        <Suspense fallback={<div aria-busy="true" />}>
          <SqlPanel />
        </Suspense>
      )}
    </div>
  );
}

const none: readonly never[] = [];

function RunsTable(): ReactElement {
  const { client, keptRuns } = useStudio();
  const { rows = none } = useStore(keptRuns.list);
  const chosen = useStore(keptRuns.chosen);
  const opened = useStore(keptRuns.opened);
  const asking = useStore(keptRuns.asking);
  const { data: outputs } = useQuery(modelOutputs(client));
  const columns = useMemo(() => runColumns(outputs?.metrics), [outputs]);
  const [filter, setFilter] = useState('');
  const [sorting, setSorting] = useState<SortingState>([]);
  // Typing stays quick while many rows are looked through.
  const wanted = useDeferredValue(filter);
  const found = useMemo(() => filterRuns(rows, wanted), [rows, wanted]);
  const order = useRunOrder(found, columns, sorting, setSorting);
  const [sort] = sorting;
  const meant = rows.filter(({ run }) => (chosen.size > 0 ? chosen.has(run) : run === opened));
  const row = opened === undefined ? undefined : keptRuns.row(opened);
  return (
    <div className={`runs-body${row === undefined ? '' : ' runs-with-details'}`}>
      <div className="runs-main">
        <div className="runs-bar">
          <FilterBar value={filter} rows={rows} onChange={setFilter} />
          <p className="muted" aria-live="polite">
            {chosen.size > 0
              ? `${fullNumber(chosen.size)} chosen of ${fullNumber(found.length)}`
              : found.length < rows.length && `${fullNumber(found.length)} found`}
          </p>
          <CommandButton command="runs.compare">Compare</CommandButton>
          <CommandButton command="runs.export" icon="download">
            Export
          </CommandButton>
          <CommandButton command="runs.repeat" icon="repeat">
            Re-run
          </CommandButton>
          <CommandButton command="runs.remove" icon="remove">
            Remove
          </CommandButton>
        </div>
        <ViewBar
          current={{ filter, ...(sort === undefined ? {} : { sort }) }}
          onChoose={(view) => {
            setFilter(view.filter);
            setSorting(view.sort === undefined ? [] : [view.sort]);
          }}
        />
        {asking === 'export' && meant.length > 0 && (
          <ExportForm rows={meant.filter(({ problem }) => problem === undefined)} />
        )}
        {asking === 'remove' && meant.length > 0 && <RemoveQuestion rows={meant} />}
        {found.length === 0 ? (
          <div className="runs-nothing">
            <p>No run matches.</p>
            <Button onClick={() => setFilter('')}>Show all {fullNumber(rows.length)}</Button>
          </div>
        ) : (
          <RunTable rows={order.rows} columns={columns} sortedBy={order.sortedBy} onSort={order.toggle} />
        )}
      </div>
      {row !== undefined && <RunDetails key={row.run} row={row} />}
    </div>
  );
}

const countText = (rows: number, unread: number): string =>
  `${fullNumber(rows)} ${rows === 1 ? 'run' : 'runs'}${unread > 0 ? `, ${fullNumber(unread)} more to read` : ''}`;

function NoRuns(): ReactElement {
  return (
    <div className="runs-nothing">
      <h2>Runs you finish appear here</h2>
      <p>
        Every run is kept in the project with its numbers, its seeds and the engine that made it, so that it
        can be drawn, compared, exported and repeated to the last digit.
      </p>
      <PlaceLink className="button button-primary" to={{ screen: 'library' }}>
        Choose a scenario to run
      </PlaceLink>
    </div>
  );
}
