import type { ReactElement } from 'react';
import type { ScenarioStyle } from '../../charts/time/scenario-fans-subject.ts';
import { styleColour, styleDash } from '../../charts/time/scenario-style.ts';
import { useScreenTheme } from '../../state/studio-chart.tsx';

/** How the charts draw a side: the base is grey, the others have a colour and a dash by their place. */
export const styleOf = (place: number): ScenarioStyle => (place === 0 ? 'base' : place - 1);

/** A side's line, as it is in the charts. */
export function SideSwatch({ place }: { readonly place: number }): ReactElement {
  const theme = useScreenTheme();
  const style = styleOf(place);
  return (
    <svg className="side-swatch" width="28" height="10" aria-hidden="true">
      <line
        x1="0"
        x2="28"
        y1="5"
        y2="5"
        stroke={styleColour(theme, style)}
        strokeWidth="3"
        strokeDasharray={styleDash(style)}
      />
    </svg>
  );
}
