import type { ReactElement } from 'react';
import type { ScenarioCard } from '../../../main/api/scenarios/scenarios-api.ts';
import { CommandButton } from '../../state/command-button.tsx';
import { PlaceLink } from '../../state/place-link.tsx';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Ways to begin: where one left off, a project, somebody's proposal, the tour. */
export function StartRow({ cards }: { readonly cards: readonly ScenarioCard[] }): ReactElement {
  const { recent } = useStudio();
  const left = useStore(recent).flatMap((id) => cards.find((card) => card.id === id) ?? []);
  return (
    <nav className="start-row" aria-label="Ways to begin">
      {left.map(({ id, title }) => (
        <PlaceLink key={id} className="button button-plain" to={{ screen: 'design', scenario: id }}>
          <Icon name="step" />
          Continue {title}
        </PlaceLink>
      ))}
      <CommandButton command="project.open" icon="folder">
        Open a project
      </CommandButton>
      <CommandButton command="propose.verify-tab" icon="propose">
        Verify a proposal
      </CommandButton>
      <CommandButton command="tour.start" icon="play">
        5-minute tour
      </CommandButton>
    </nav>
  );
}
