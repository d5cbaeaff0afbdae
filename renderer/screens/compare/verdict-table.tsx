import type { ReactElement } from 'react';
import type { Comparison } from '../../sim/compare/comparing.ts';
import { standingOf, standingWords } from '../../state/verdict-standing.ts';
import { Icon } from '../../ui/icon.tsx';
import { percent } from '../../ui/number-format.ts';
import { SideSwatch } from './side-swatch.tsx';

/** Each rule of health on every side, and in how many seeds it turns. */
export function VerdictTable({ comparison }: { readonly comparison: Comparison }): ReactElement | null {
  const { labels, verdicts } = comparison;
  if (verdicts.length === 0) return null;
  return (
    <section aria-labelledby="compare-verdicts">
      <h2 id="compare-verdicts">{finding(comparison)}</h2>
      <section
        className="compare-scroll"
        aria-label="Verdicts of each scenario"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
      >
        <table className="compare-verdicts">
          <thead>
            <tr>
              <th scope="col">Verdict</th>
              {labels.map((label, place) => (
                <th key={label} scope="col">
                  <SideSwatch place={place} /> {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {verdicts.map(({ id, title, rule, held, flips }) => (
              <tr key={id}>
                <th scope="row" title={rule}>
                  {title}
                  <span className="small muted compare-rule">{rule}</span>
                </th>
                {held.map((share, place) => (
                  <td key={labels[place]}>
                    {share === undefined ? (
                      <span className="muted">not asked</span>
                    ) : (
                      <Held share={share} flips={flips[place - 1]} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

type Share = NonNullable<Comparison['verdicts'][number]['held'][number]>;
type Flips = Comparison['verdicts'][number]['flips'][number];

function Held({ share, flips }: { readonly share: Share; readonly flips: Flips }): ReactElement {
  const { held, of, low, high } = share;
  const standing = standingOf({ probability: held / of, low, high });
  return (
    <>
      <span className={`compare-standing verdict-${standing}`}>
        <Icon name={standing} /> {standingWords[standing]} {percent(held / of)}
      </span>
      <span className="small muted compare-rule">
        {held} of {of} seeds
        {flips !== undefined && flipText(flips)}
      </span>
    </>
  );
}

function flipText({ gained, lost }: NonNullable<Flips>): string {
  const parts = [
    ...(gained > 0 ? [`turns to yes in ${gained}`] : []),
    ...(lost > 0 ? [`turns to no in ${lost}`] : []),
  ];
  return parts.length === 0 ? '; turns in none' : `; ${parts.join(', ')}`;
}

/** Of all verdicts, in a sentence. */
function finding({ verdicts }: Comparison): string {
  const turned = verdicts.filter(({ flips }) =>
    flips.some((each) => each !== undefined && each.gained + each.lost > 0),
  );
  if (turned.length === 0) return 'No verdict turns in any seed';
  return `${turned.map(({ title }) => title).join(', ')}: the answer turns in some seeds`;
}
