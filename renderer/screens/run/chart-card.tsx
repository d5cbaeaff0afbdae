import { type ReactElement, useId, useState } from 'react';
import { chartTable, tableText } from '../../charts/chart-table.ts';
import { type ChartTheme, lightTheme } from '../../charts/chart-theme.ts';
import { subtitle } from '../../charts/chart-words.ts';
import type { ChartDescription } from '../../charts/charts.ts';
import { finding } from '../../charts/finding.ts';
import type { ChartSubject } from '../../charts/plot-data.ts';
import { attempt } from '../../state/perform.ts';
import { saveFile } from '../../state/save-file.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ChartDataTable } from './chart-data-table.tsx';
import { PlotArea } from './plot-area.tsx';
import { svgText } from './svg-text.tsx';

interface ChartCardProps {
  readonly chart: ChartDescription;
  readonly subject: ChartSubject;
  readonly theme: ChartTheme;
  /** Begins the names of its files. */
  readonly scenario: string;
}

/** A chart with its words, its numbers behind the key T, and ways to take it away. */
export function ChartCard({ chart, subject, theme, scenario }: ChartCardProps): ReactElement {
  const studio = useStudio();
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  const name = `${scenario}-${chart.id}`;
  const toggle = () => setAsTable(!asTable);
  const copy = () => navigator.clipboard.writeText(tableText(chartTable(subject), '\t'));
  const saveCsv = () =>
    saveFile(studio, { name: `${name}.csv`, type: 'text/csv', text: [tableText(chartTable(subject), ',')] });
  const saveSvg = () =>
    saveFile(studio, {
      name: `${name}.svg`,
      type: 'image/svg+xml',
      text: [
        svgText(<chart.component subject={subject} theme={lightTheme} width={760} height={420} heading />),
      ],
    });
  return (
    <figure className="chart-card" aria-labelledby={titleId}>
      <figcaption>
        <div>
          <h3 id={titleId}>{finding(subject)}</h3>
          <p className="small muted" title={subtitle(subject)}>
            {subtitle(subject)}
          </p>
        </div>
        <Menu
          label={`Data of ${subject.title}`}
          icon="more"
          items={[
            { text: asTable ? 'Show chart' : 'Show data table', shortcut: 'T', choose: toggle },
            { text: 'Copy data', choose: () => void attempt(studio, copy) },
            { text: 'Save CSV', choose: () => void attempt(studio, saveCsv) },
            { text: 'Save SVG', choose: () => void attempt(studio, saveSvg) },
          ]}
        />
      </figcaption>
      {asTable ? (
        <ChartDataTable subject={subject} onClose={toggle} />
      ) : (
        <PlotArea chart={chart} subject={subject} theme={theme} onTable={toggle} />
      )}
    </figure>
  );
}
