import type { ReactElement } from 'react';
import type { ScenarioCard } from '../../../main/api/scenarios/scenarios-api.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { type CardFilter, networksOf } from './filter-cards.ts';

interface LibraryFiltersProps {
  readonly cards: readonly ScenarioCard[];
  readonly filter: CardFilter;
  onChange(filter: CardFilter): void;
}

/** Search, and the kinds of network where there is more than one. */
export function LibraryFilters({ cards, filter, onChange }: LibraryFiltersProps): ReactElement {
  const networks = networksOf(cards);
  const { network: _network, ...others } = filter;
  return (
    <search className="library-filters">
      <input
        type="search"
        className="input"
        aria-label="Search scenarios"
        placeholder="Search scenarios"
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      {networks.length > 1 && (
        <Segmented
          label="Network"
          value={filter.network ?? ''}
          options={[
            { value: '', text: `All ${cards.length}` },
            ...networks.map(({ network, count }) => ({ value: network, text: `${network} ${count}` })),
          ]}
          onChange={(network) => onChange(network === '' ? others : { ...others, network })}
        />
      )}
    </search>
  );
}
