import type { ReactElement } from 'react';
import { percent, quantity, shortNumber } from '../../ui/number-format.ts';
import type { Chart, Frame } from '../chart.ts';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import { tableOf } from '../data-table.ts';
import { fitText } from '../parts/fit-text.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { listed, withUnit } from '../parts/words.ts';
import { type Box, type FlowLayout, flowAt, flowLayout, type PlacedNode } from './flow-layout.ts';
import { placeLabels } from './place-labels.ts';
import type { TokenFlow, TokenFlowsSubject } from './token-flows-subject.ts';

/** Where do the tokens go? Flows between accounts as ribbons, as thick as they are large; a thing to point at is a flow. */
export function tokenFlows(subject: TokenFlowsSubject): Chart {
  const { flows, unit, when } = subject;
  const words = {
    title: finding(subject),
    subtitle: `${withUnit('Flows between accounts, with the reason of each', unit)}, ${when}`,
    summary: summaryOf(subject),
  };
  const place = (frame: Frame) =>
    flowLayout(flows, boxOf(words, frame), frame.width < narrow ? 'down' : 'across');
  return {
    id: 'token-flows',
    ...words,
    table: () =>
      tableOf(
        ['from', 'to', 'reason', withUnit('amount', unit)],
        flows.map(({ from, to, reason, amount }) => [from, to, reason, amount]),
      ),
    heightAt: (width) => (width < narrow ? 400 : Math.round(Math.min(420, width * 0.5))),
    draw: (frame) => <TokenFlows subject={subject} words={words} frame={frame} layout={place(frame)} />,
    items: flows.length,
    readout: (item) => readout(subject, item),
    itemAt: (frame, x, y) => flowAt(place(frame), x, y),
  };
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

/** Below this width there is no room for names beside each other. */
const narrow = 480;

const boxOf = (words: Words, frame: Frame): Box => ({
  left: 4,
  right: frame.width - 4,
  top: bodyTop(words, frame) + 8,
  // Names of the last row may stand below it.
  bottom: frame.height - (frame.width < narrow ? 22 : 8),
});

const sumOf = (flows: readonly TokenFlow[]): number => flows.reduce((sum, { amount }) => sum + amount, 0);

/** "Tokens: 34.2M minted, 61 % of that burned", or the largest flow where none are minted. */
function finding({ title, unit, flows }: TokenFlowsSubject): string {
  const minted = sumOf(flows.filter(({ from }) => from === 'minted'));
  const burned = sumOf(flows.filter(({ to }) => to === 'burned'));
  if (minted > 0)
    return `${title}: ${quantity(minted, unit)} minted, ${percent(burned / minted)} of that burned`;
  const [largest] = [...flows].sort((a, b) => b.amount - a.amount);
  if (largest === undefined || largest.amount <= 0) return `${title}: nothing moves`;
  return `${title}: most go from ${largest.from} to ${largest.to}, ${quantity(largest.amount, unit)}`;
}

function summaryOf(subject: TokenFlowsSubject): string {
  const largest = [...subject.flows].sort((a, b) => b.amount - a.amount).slice(0, 5);
  const parts = largest.map(
    ({ from, to, reason, amount }) => `${quantity(amount, subject.unit)} from ${from} to ${to} (${reason})`,
  );
  const rest = subject.flows.length - largest.length;
  const more = rest > 0 ? `; ${rest} smaller` : '';
  return `${finding(subject)}, ${subject.when}. Largest flows: ${listed(parts)}${more}.`;
}

function readout({ flows, unit }: TokenFlowsSubject, item: number): string {
  const flow = flows[item];
  if (flow === undefined) return '';
  const whole = sumOf(flows.filter(({ from }) => from === flow.from));
  const share = whole > 0 ? `, ${percent(flow.amount / whole)} of what leaves ${flow.from}` : '';
  return `${flow.from} to ${flow.to}, ${flow.reason}: ${quantity(flow.amount, unit)}${share}`;
}

interface TokenFlowsProps {
  readonly subject: TokenFlowsSubject;
  readonly words: Words;
  readonly frame: Frame;
  readonly layout: FlowLayout;
}

function TokenFlows({ subject, words, frame, layout }: TokenFlowsProps): ReactElement {
  const { theme, cursor, selected } = frame;
  const marked = cursor ?? selected;
  return (
    <Picture words={words} frame={frame}>
      {layout.links.map(({ flow, path, thick }) => (
        <path
          key={flow}
          d={path}
          fill="none"
          stroke={flowColour(theme, subject.flows[flow])}
          strokeWidth={px(thick)}
          strokeOpacity={marked === undefined ? 0.35 : marked === flow ? 0.75 : 0.15}
          data-part="flow"
        />
      ))}
      {layout.nodes.map((node) => (
        <Bar
          key={node.id}
          node={node}
          theme={theme}
          words={`${nameOf(node)}: ${quantity(node.amount, subject.unit)}`}
        />
      ))}
      {placeLabels(layout, boxOf(words, frame), textsOf).map(({ node, text, x, y, anchor }) => (
        <text
          key={node.id}
          x={px(x)}
          y={px(y)}
          textAnchor={anchor}
          fill={theme.text}
          stroke={theme.background}
          strokeWidth={3}
          strokeLinejoin="round"
          paintOrder="stroke"
          pointerEvents="none"
        >
          {text}
        </text>
      ))}
      {layout.nodes.length === 0 && (
        <text x={8} y={bodyTop(words, frame) + 24} fill={theme.muted}>
          Nothing moves.
        </text>
      )}
    </Picture>
  );
}

/** What comes into being and what is destroyed have a hue of their own; the rest are told apart by where they go. */
function flowColour(theme: ChartTheme, flow: TokenFlow | undefined): string {
  if (flow?.from === 'minted') return seriesColour(theme, 3);
  return flow?.to === 'burned' ? seriesColour(theme, 2) : theme.muted;
}

const nameOf = ({ account, back }: PlacedNode): string => (back ? `back to ${account}` : account);

const textsOf = (node: PlacedNode): readonly string[] => {
  const name = nameOf(node);
  return [`${name} ${shortNumber(node.amount)}`, name, fitText(name, 11, 52)];
};

interface BarProps {
  readonly node: PlacedNode;
  readonly theme: ChartTheme;
  readonly words: string;
}

function Bar({ node, theme, words }: BarProps): ReactElement {
  const { left, right, top, bottom, back } = node;
  return (
    <rect
      x={px(left)}
      y={px(top)}
      width={px(right - left)}
      height={px(Math.max(1, bottom - top))}
      fill={theme.text}
      fillOpacity={back ? 0.4 : 0.85}
      data-part="account"
    >
      <title>{words}</title>
    </rect>
  );
}
