import type { ReactElement } from 'react';
import { percent, shortNumber } from '../../ui/number-format.ts';
import type { Chart, Frame } from '../chart.ts';
import { type DataTable, tableOf } from '../data-table.ts';
import { BottomAxis, LeftAxis } from '../parts/axes.tsx';
import { fitText } from '../parts/fit-text.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { sharePlane } from '../parts/share-plane.ts';
import { listed } from '../parts/words.ts';
import { styleColour, styleDash } from '../time/scenario-style.ts';
import type { LorenzCurve, LorenzSubject } from './lorenz-subject.ts';

/** Is it spread or concentrated? Shares of all that is held against shares of the holders, the poorest first. */
export function lorenz(subject: LorenzSubject): Chart {
  const { title, holders, when, curves } = subject;
  const words = {
    title: finding(subject),
    subtitle: `Share of ${title.toLowerCase()} that the poorest ${holders} have together, ${when}; the straight line is where all have the same`,
    summary: `${finding(subject)}, ${when}. ${listed(curves.map(wordsOf))}.`,
  };
  return {
    id: 'lorenz',
    ...words,
    table: () => tableFor(subject),
    heightAt: (width) => Math.min(320, Math.round(width * 0.75)),
    draw: (frame) => <Lorenz subject={subject} words={words} frame={frame} />,
    items: 21,
    readout: (item) => readout(subject, item / 20),
    itemAt(frame, x) {
      const { xAxis } = sharePlane(frame, bodyTop(words, frame) + 8 + curves.length * rowHeight, 1.5);
      return Math.min(20, Math.max(0, Math.round(xAxis.valueAt(x) * 20)));
    },
  };
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

const wordsOf = ({ label, gini, nakamoto }: LorenzCurve): string =>
  `${label}: Gini ${shortNumber(gini)}${nakamoto === undefined ? '' : `, Nakamoto ${shortNumber(nakamoto)}`}`;

/** Share of all that is held by the poorest part of the holders, between known points along straight lines. */
export function heldBy({ points }: Pick<LorenzCurve, 'points'>, share: number): number {
  let last = { holders: 0, held: 0 };
  for (const point of points) {
    if (point.holders >= share) {
      const span = point.holders - last.holders;
      return span === 0 ? point.held : last.held + ((share - last.holders) / span) * (point.held - last.held);
    }
    last = point;
  }
  return last.held;
}

/** "The top tenth of providers have 46 % of rewards (Gini 0.58)". */
function finding({ title, holders, curves }: LorenzSubject): string {
  const [one, ...others] = curves;
  if (one === undefined) return `${title} of ${holders}: nothing held`;
  const top = (curve: LorenzCurve) => percent(1 - heldBy(curve, 0.9));
  const rest = others.map((curve) => `${top(curve)} with ${curve.label}`);
  const first =
    others.length === 0
      ? `${top(one)} of ${title.toLowerCase()}`
      : `${top(one)} of ${title.toLowerCase()} with ${one.label}`;
  return `The top tenth of ${holders} have ${listed([first, ...rest])}`;
}

function tableFor({ curves, holders }: LorenzSubject): DataTable {
  return tableOf(
    ['scenario', `share of ${holders}`, 'share held'],
    curves.flatMap(({ label, points }) => points.map((point) => [label, point.holders, point.held])),
  );
}

function readout({ curves, holders }: LorenzSubject, share: number): string {
  const parts = curves.map(
    (curve) => `${percent(heldBy(curve, share))}${curves.length > 1 ? ` with ${curve.label}` : ''}`,
  );
  return `The poorest ${percent(share)} of ${holders} have ${listed(parts)}`;
}

const rowHeight = 15;

interface LorenzProps {
  readonly subject: LorenzSubject;
  readonly words: Words;
  readonly frame: Frame;
}

function Lorenz({ subject, words, frame }: LorenzProps): ReactElement {
  const { theme, width, cursor } = frame;
  const { curves, holders } = subject;
  const { plane, xAxis, yAxis } = sharePlane(
    frame,
    bodyTop(words, frame) + 8 + curves.length * rowHeight,
    1.5,
  );
  const first = bodyTop(words, frame) + 14;
  const share = cursor === undefined ? undefined : cursor / 20;
  return (
    <Picture words={words} frame={frame}>
      <LeftAxis plane={plane} ticks={yAxis.ticks} theme={theme} />
      <BottomAxis
        plane={plane}
        ticks={xAxis.ticks}
        theme={theme}
        name={`share of ${holders}, the poorest first`}
      />
      <path
        d={`M${px(plane.left)},${px(plane.bottom)}L${px(plane.right)},${px(plane.top)}`}
        stroke={theme.muted}
        strokeWidth={1}
        data-part="equal"
      />
      {curves.map((curve, index) => (
        <g key={curve.label} data-part="curve">
          <path
            d={curve.points
              .map(
                ({ holders: x, held }, i) => `${i === 0 ? 'M' : 'L'}${px(xAxis.at(x))},${px(yAxis.at(held))}`,
              )
              .join('')}
            fill="none"
            stroke={styleColour(theme, curve.style)}
            strokeWidth={2}
            strokeDasharray={styleDash(curve.style)}
          />
          <path
            d={`M10,${px(first + index * rowHeight - 4)}h22`}
            stroke={styleColour(theme, curve.style)}
            strokeWidth={2}
            strokeDasharray={styleDash(curve.style)}
          />
          <text x={38} y={px(first + index * rowHeight)} fill={theme.text}>
            {fitText(wordsOf(curve), 11, width - 48)}
          </text>
          {share !== undefined && (
            <circle
              cx={px(xAxis.at(share))}
              cy={px(yAxis.at(heldBy(curve, share)))}
              r={3.5}
              fill={styleColour(theme, curve.style)}
              data-part="cursor"
            />
          )}
        </g>
      ))}
    </Picture>
  );
}
