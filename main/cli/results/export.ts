import { Command, Option } from 'commander';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import {
  type ExportFormat,
  exportFormats,
  formatsIn,
  type Layout,
  pictureFormats,
  tableFormats,
} from '../../services/results/formats.ts';
import type { KeptResult } from '../../services/results/kept-result.ts';
import { openResult } from '../../services/results/open-result.ts';
import { pictureFile } from '../../services/results/picture-file.ts';
import { type ResultFile, resultFiles } from '../../services/results/result-files.ts';
import { gathered } from '../options.ts';
import { fromUser } from '../places.ts';
import { say } from '../terminal.ts';
import { checkWritable, writeFiles } from '../write-files.ts';
import { tellDamaged } from './tell-damaged.ts';

interface ExportOptions {
  readonly format: string;
  readonly layout: Layout;
  readonly metric: readonly string[];
  readonly out: string;
}

/** `export <run folder>`: a kept result in other formats, without running anything. */
export const exportCommand = (installation: Installation): Command =>
  new Command('export')
    .description('write a kept result in other formats; every seed is checked against its digest first')
    .argument('<folder>', 'folder that `run --out` wrote, or a folder of runs/')
    .option('--format <list>', exportFormats.join(', '), 'csv')
    .addOption(
      new Option('--layout <name>', 'a column a metric, or a row a value')
        .choices(['wide', 'tidy'])
        .default('wide'),
    )
    .option(
      '--metric <id>',
      'what svg and png draw, such as providers.active; may be repeated (default: what the Run screen shows first)',
      gathered,
      [],
    )
    .option('--out <folder>', 'where files go', 'out')
    .action(async (written: string, options: ExportOptions) => {
      const formats = formatsIn(options.format, exportFormats);
      const out = fromUser(options.out);
      const engine = await loadEngine(installation.engineUrl.href);
      const result = await openResult(nodeFiles, fromUser(written), engine);
      tellDamaged(result);
      await checkWritable(out, options.out);
      const files = await filesOf(result, formats, options);
      for (const file of await writeFiles(out, files)) say(`wrote  ${file}`);
    });

async function filesOf(
  result: KeptResult,
  formats: readonly ExportFormat[],
  { layout, metric }: ExportOptions,
): Promise<readonly ResultFile[]> {
  const tables = tableFormats.filter((format) => formats.includes(format));
  const files = [...(await resultFiles(result.batch, tables, layout))];
  // React is only loaded where something is drawn.
  const pictures = pictureFormats.filter((format) => formats.includes(format));
  if (pictures.length > 0) {
    const { drawCharts } = await import('../../services/render/draw-charts.ts');
    for (const chart of drawCharts(result.batch, metric))
      for (const format of pictures) files.push(await pictureFile(chart, format));
  }
  if (formats.includes('html')) {
    const { reportHtml } = await import('../../services/render/report/report-html.ts');
    files.push({ name: 'report.html', chunks: [reportHtml(result)] });
  }
  return files;
}
