import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { ScreenProps } from '../../state/location.ts';
import { scenarioList } from '../../state/scenario-queries.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { CardList } from './card-list.tsx';
import { everything, filterCards } from './filter-cards.ts';
import { LibraryFilters } from './library-filters.tsx';
import './library.css';
import { ScenarioDetails } from './scenario-details.tsx';
import { StartRow } from './start-row.tsx';

/** The scenarios there are: find one, read what it assumes, run it. */
export default function Library({ scenario }: ScreenProps): ReactElement {
  const { client } = useStudio();
  const { data: cards, error, refetch } = useQuery(scenarioList(client));
  const [filter, setFilter] = useState(everything);

  if (error !== null) {
    return (
      <div className="library-empty">
        <h1>Library</h1>
        <ProblemNote problem={toProblem(error)}>
          <Button onClick={() => void refetch()}>Try again</Button>
        </ProblemNote>
      </div>
    );
  }
  if (cards === undefined) return <div className="library" aria-busy="true" />;
  if (cards.length === 0) return <EmptyLibrary />;

  const shown = filterCards(cards, filter);
  return (
    <div className={`library${scenario === undefined ? '' : ' library-with-details'}`}>
      <section className="library-main" aria-label="Scenarios">
        <StartRow cards={cards} />
        <header>
          <h1>Library</h1>
          <LibraryFilters cards={cards} filter={filter} onChange={setFilter} />
        </header>
        <CardList cards={shown} selected={scenario} />
        {shown.length === 0 && (
          <div className="nothing-found">
            <p>No scenario matches.</p>
            <Button onClick={() => setFilter(everything)}>Show all {cards.length}</Button>
          </div>
        )}
      </section>
      {scenario !== undefined && <ScenarioDetails key={scenario} id={scenario} />}
    </div>
  );
}

function EmptyLibrary(): ReactElement {
  return (
    <div className="library-empty">
      <h1>This folder has no scenarios</h1>
      <p>
        A scenario is a folder <code>scenarios/&lt;name&gt;</code> with a <code>scenario.yaml</code> in it.
        Start the studio in a folder that has some, or write one: <code>scenario.schema.json</code> lets an
        editor complete it.
      </p>
    </div>
  );
}
