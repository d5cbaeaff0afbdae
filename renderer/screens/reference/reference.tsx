import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import { slots } from '../../../sim-core/contract/slot.ts';
import type { Place, ScreenProps } from '../../state/location.ts';
import { modelMechanisms, modelOutputs } from '../../state/model-queries.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { useStudio } from '../../state/studio-context.tsx';
import { EntryGroup, EntryScreen } from '../../ui/entries/entry-screen.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { type Entries, findEntries } from './find-entries.ts';
import { MechanismEntry } from './mechanism-entry.tsx';
import { MetricEntry } from './metric-entry.tsx';
import './reference.css';

/** What the model is made of, from its own declarations: it cannot say anything else than the model does. */
export default function Reference({ search }: ScreenProps): ReactElement {
  const { client } = useStudio();
  const mechanisms = useQuery(modelMechanisms(client));
  const outputs = useQuery(modelOutputs(client));
  const [query, setQuery] = useState('');
  const entries = useMemo<Entries>(
    () => ({
      mechanisms: mechanisms.data ?? [],
      metrics: outputs.data?.metrics ?? [],
      verdicts: outputs.data?.verdicts ?? [],
    }),
    [mechanisms.data, outputs.data],
  );
  const found = useMemo(() => findEntries(entries, query), [entries, query]);
  const error = mechanisms.error ?? outputs.error;
  const none = found.mechanisms.length + found.metrics.length + found.verdicts.length === 0;
  return (
    <EntryScreen
      className="reference"
      title="Reference"
      label="Model"
      find="Search mechanisms and metrics"
      query={query}
      onQuery={setQuery}
      list={
        <>
          {error !== null && <ProblemNote problem={toProblem(error)} />}
          {none && query !== '' && <p className="muted">Nothing is called that.</p>}
          {slots.map((slot) => (
            <EntryGroup key={slot} title={slot}>
              {found.mechanisms
                .filter((each) => each.slot === slot)
                .map(({ id, title }) => (
                  <Entry key={id} to={{ mechanism: id }} current={search.mechanism === id}>
                    {title}
                  </Entry>
                ))}
            </EntryGroup>
          ))}
          <EntryGroup title="metrics">
            {found.metrics.map(({ id, title }) => (
              <Entry key={id} to={{ metric: id }} current={search.metric === id}>
                {title}
              </Entry>
            ))}
          </EntryGroup>
          <EntryGroup title="verdicts">
            {found.verdicts.map(({ id, title }) => (
              <Entry key={id} to={{ verdict: id }} current={search.verdict === id}>
                {title}
              </Entry>
            ))}
          </EntryGroup>
        </>
      }
    >
      <div className="entry-page reference-entry">
        <Chosen search={search} entries={entries} />
      </div>
    </EntryScreen>
  );
}

function Chosen({
  search,
  entries,
}: {
  readonly search: ScreenProps['search'];
  readonly entries: Entries;
}): ReactElement {
  const mechanism = entries.mechanisms.find(({ id }) => id === search.mechanism);
  if (mechanism !== undefined) return <MechanismEntry mechanism={mechanism} entries={entries} />;
  const metric = entries.metrics.find(({ id }) => id === search.metric);
  if (metric !== undefined) return <MetricEntry metric={metric} entries={entries} />;
  const verdict = entries.verdicts.find(({ id }) => id === search.verdict);
  if (verdict !== undefined)
    return (
      <article>
        <h2>{verdict.title}</h2>
        <p className="reference-summary">{verdict.rule}</p>
        <h3>Source</h3>
        <p>{verdict.source}</p>
      </article>
    );
  const asked = search.mechanism ?? search.metric ?? search.verdict;
  const known = entries.mechanisms.length > 0 && entries.metrics.length > 0;
  return (
    <article>
      {asked !== undefined && known ? (
        <p>
          The model has nothing called <code>{asked}</code>.
        </p>
      ) : (
        <>
          <h2>How an economy is put together</h2>
          <p className="reference-summary">
            A scenario names mechanisms, each in its slot; a day goes through the slots in the order of the
            list. Mechanisms never call each other: one writes a value, another reads it. Metrics are computed
            from these values each day, and verdicts are rules over metrics.
          </p>
          <p className="muted">
            {entries.mechanisms.length} mechanisms, {entries.metrics.length} metrics and{' '}
            {entries.verdicts.length} verdicts. Choose one to see what it is, what it may be set to and where
            that comes from.
          </p>
        </>
      )}
    </article>
  );
}

interface EntryProps {
  readonly to: NonNullable<Place['search']>;
  readonly current: boolean;
  readonly children: ReactNode;
}

const Entry = ({ to, current, children }: EntryProps): ReactElement => (
  <li>
    <PlaceLink to={{ screen: 'reference', search: to }} aria-current={current ? 'page' : undefined}>
      {children}
    </PlaceLink>
  </li>
);
