import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { type Place, pathOf } from '../state/location.ts';
import { Icon } from '../ui/icon.tsx';
import { screens } from './screens.ts';

interface RailProps {
  readonly current: Place['screen'];
  readonly scenario: string | undefined;
}

/** The screens, each a link; the scenario in hand stays in hand. */
export function Rail({ current, scenario }: RailProps): ReactElement {
  return (
    <nav className="rail" aria-label="Screens">
      {screens.map(({ id, title, icon }) => (
        <Link
          key={id}
          href={pathOf({ screen: id, ...(scenario === undefined ? {} : { scenario }) })}
          aria-current={id === current ? 'page' : undefined}
        >
          <Icon name={icon} />
          {title}
        </Link>
      ))}
    </nav>
  );
}
