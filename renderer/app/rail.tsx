import type { ReactElement } from 'react';
import type { Place } from '../state/location.ts';
import { PlaceLink } from '../state/place-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { type Screen, screens } from './screens.ts';

interface RailProps {
  readonly current: Place['screen'];
  readonly scenario: string | undefined;
}

/** The screens, each a link; the scenario in hand stays in hand. */
export function Rail({ current, scenario }: RailProps): ReactElement {
  const link = ({ id, title, purpose, icon }: Screen) => (
    <PlaceLink
      key={id}
      to={{ screen: id, ...(scenario === undefined ? {} : { scenario }) }}
      aria-current={id === current ? 'page' : undefined}
      title={`${title}: ${purpose}`}
    >
      <Icon name={icon} />
      {title}
    </PlaceLink>
  );
  return (
    <nav className="rail" aria-label="Screens">
      {screens.filter(({ rail }) => rail === 'work').map(link)}
      <span className="rail-gap" />
      {screens.filter(({ rail }) => rail === 'studio').map(link)}
    </nav>
  );
}
