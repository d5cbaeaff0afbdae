import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import type { Chart } from '../../charts/chart.ts';
import type { ChartTheme } from '../../charts/chart-theme.ts';
import { dataText } from '../../charts/data-table.ts';
import { Menu } from '../menu.tsx';
import { type ChartAbout, ChartAboutView } from './chart-about.tsx';
import './chart-card.css';
import { pngFile, svgFile } from './chart-picture-file.ts';
import { ChartTableView } from './chart-table-view.tsx';

/** A file made from a chart. */
export interface ChartFile {
  readonly name: string;
  /** Such as `text/csv`. */
  readonly type: string;
  readonly content: string | Blob;
}

/** What a card cannot do by itself. */
export interface ChartHands {
  save(file: ChartFile): void | Promise<void>;
  /** Does something; what goes wrong is shown. */
  attempt(act: () => void | Promise<void>): void;
}

export interface ChartCardProps {
  readonly chart: Chart;
  /** Begins the names of its files, such as the id of the scenario. */
  readonly file: string;
  /** Of the pictures that are saved: people work in the dark and publish in the light. */
  readonly exportTheme: ChartTheme;
  readonly hands: ChartHands;
  /** Absent: it is not explained. */
  readonly about?: ChartAbout | undefined;
  /** Absent: it cannot be put into a proposal. */
  readonly onPropose?: (() => void) | undefined;
  /** Controls between title and menu, such as which quantity a map shows. */
  readonly controls?: ReactNode;
  /** Px of what is shown instead of the drawing: table and explanation. */
  readonly height?: number;
  readonly className?: string | undefined;
  /** A line of words below the drawing. */
  readonly note?: ReactNode;
  /** The drawing. */
  readonly children: ReactNode;
}

type Shown = 'chart' | 'table' | 'about';

/** A chart with its words, its numbers behind the key T, ways to take it away, and what it means. */
export function ChartCard(props: ChartCardProps): ReactElement {
  const { chart, about, controls, note, height = 225, className = '', children } = props;
  const [shown, setShown] = useState<Shown>('chart');
  const titleId = useId();
  const box = useRef<HTMLElement>(null);
  const show = (next: Shown) => {
    setShown(next);
    // The focus goes where the keys of what is shown work; table and explanation take it themselves.
    if (next === 'chart')
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('.chart-picture')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isField(target)) return;
    const tablePressed = key === 't' || key === 'T';
    if (!tablePressed && !(key === 'Escape' && shown !== 'chart')) return;
    show(tablePressed && shown !== 'table' ? 'table' : 'chart');
    event.preventDefault();
  };
  return (
    <figure
      ref={box}
      className={`chart-card ${className}`.trim()}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
    >
      <figcaption>
        <div>
          <h3 id={titleId}>{chart.title}</h3>
          <p className="small muted" title={chart.subtitle}>
            {chart.subtitle}
          </p>
        </div>
        {controls}
        <Menu label={`Data of ${chart.title}`} icon="more" items={itemsOf(props, shown, show)} />
      </figcaption>
      {shown === 'table' && <ChartTableView title={chart.title} height={height} table={chart.table} />}
      {shown === 'about' && about !== undefined && (
        <ChartAboutView {...about} title={chart.title} height={height} />
      )}
      {shown === 'chart' && children}
      {note !== undefined && <p className="chart-note small muted">{note}</p>}
    </figure>
  );
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  target.matches('input, select, textarea, [contenteditable], [role=menuitem]');

function itemsOf(
  { chart, file, exportTheme, hands, about, onPropose }: ChartCardProps,
  shown: Shown,
  show: (next: Shown) => void,
) {
  const name = `${file.replaceAll('/', '-')}-${chart.id}`;
  const save = (type: string, ending: string, make: () => string | Promise<Blob>) => () =>
    hands.attempt(async () => {
      await hands.save({ name: `${name}.${ending}`, type, content: await make() });
    });
  const explain = about === undefined ? [] : [{ text: 'Explain this chart', choose: () => show('about') }];
  const propose = onPropose === undefined ? [] : [{ text: 'Add to proposal', choose: onPropose }];
  return [
    ...(shown === 'table' ? [] : [{ text: 'Show data table', shortcut: 'T', choose: () => show('table') }]),
    ...(shown === 'chart' ? [] : [{ text: 'Show chart', shortcut: 'Esc', choose: () => show('chart') }]),
    ...explain,
    {
      text: 'Copy data',
      choose: () => hands.attempt(() => navigator.clipboard.writeText(dataText(chart.table(), '\t'))),
    },
    { text: 'Save CSV', choose: save('text/csv', 'csv', () => dataText(chart.table(), ',')) },
    { text: 'Save SVG', choose: save('image/svg+xml', 'svg', () => svgFile(chart, exportTheme).svg) },
    { text: 'Save PNG', choose: save('image/png', 'png', () => pngFile(chart, exportTheme)) },
    ...propose,
  ];
}
