import path from 'node:path';
import { Command, Option } from 'commander';
import type { Described } from '../../../sim-core/contract/engine.ts';
import { seedRange } from '../../../sim-core/results/seed-range.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import type { DrawnChart } from '../../services/render/draw-charts.ts';
import { formatsIn, pictureFormats } from '../../services/results/formats.ts';
import { pictureFile } from '../../services/results/picture-file.ts';
import { betweenMarkers } from '../between-markers.ts';
import { findScenario, type ScenarioPlace, scenarioAt } from '../find-scenario.ts';
import { interruption } from '../interruption.ts';
import { gathered, workerCount } from '../options.ts';
import { fromUser } from '../places.ts';
import { progressBar } from '../progress-bar.ts';
import { runBatch } from '../run-batch.ts';
import { folderOf, type ScenarioFolder } from '../scenario-folder.ts';
import { tellShortfall } from '../tell-shortfall.ts';
import { say } from '../terminal.ts';
import { checkWritable, writeFiles } from '../write-files.ts';
import { parseChartPlan, plannedCharts } from './chart-plan.ts';
import { chartSection } from './chart-section.ts';

interface ChartOptions {
  readonly seeds: string;
  readonly metric: readonly string[];
  readonly out: string;
  readonly format: string;
  readonly workers?: number;
  readonly write?: boolean;
}

/** `chart <scenario>`: pictures of what came out, a file each. */
export const chartCommand = (installation: Installation): Command =>
  new Command('chart')
    .description('simulate a scenario and draw how its seeds spread, one picture a metric')
    .argument('<scenario>', 'id of a shipped scenario, id/variant, or a YAML file')
    .option('--seeds <list>', 'range such as 1..50, or list such as 1,2,7', '1..20')
    .option(
      '--metric <id>',
      'what to draw, such as providers.active; may be repeated (default: what the Run screen shows first)',
      gathered,
      [],
    )
    .option('--out <folder>', 'where files go', 'out')
    .option('--format <list>', `formats of the pictures: ${pictureFormats.join(', ')}`, 'svg')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .addOption(
      new Option(
        '--write',
        "draw what charts.yaml names into the scenario's folder and its README.md",
      ).conflicts(['metric', 'out', 'format']),
    )
    .action(async (written: string, options: ChartOptions) => {
      const place = await findScenario(written, installation);
      const seeds = seedRange(options.seeds);
      const formats = formatsIn(options.format, pictureFormats);
      const document = await scenarioAt(place, installation);
      const readme = options.write === true ? await readmeOf(place) : undefined;
      const out = readme?.out ?? fromUser(options.out);
      await checkWritable(out, readme === undefined ? options.out : out);

      // React is only loaded where something is drawn.
      const { drawCharts } = await import('../../services/render/draw-charts.ts');
      const { findCharts } = await import('../../services/render/find-charts.ts');
      const names = readme?.names ?? options.metric;
      const watch = {
        progress: progressBar(seeds.length, 'seeds'),
        signal: interruption(),
        onDescribed: ({ metrics }: Described) => void findCharts(names, metrics),
      };
      const finished = await runBatch(installation, document, seeds, options.workers, watch);
      if (finished.batch.seeds.length < seeds.length) {
        process.exitCode = 1;
        return tellShortfall(finished, seeds, 'A chart needs them all: nothing was written.');
      }
      const charts = drawCharts(finished.batch, names);
      for (const chart of charts) {
        const files = await Promise.all(formats.map((format) => pictureFile(chart, format)));
        for (const file of await writeFiles(out, files)) say(`${file}  ${chart.finding}`);
      }
      if (readme === undefined) return;
      const command = `npm run -s studio -- chart ${written} --seeds ${options.seeds} --write`;
      await readme.write(charts, { seeds: seeds.length, command });
      say(`wrote  ${readme.label}`);
    });

/** A README with a place for charts. */
interface ReadmeWithCharts {
  readonly label: string;
  /** What to draw. */
  readonly names: readonly string[];
  /** Folder of the pictures. */
  readonly out: string;
  write(charts: readonly DrawnChart[], made: Parameters<typeof chartSection>[2]): Promise<void>;
}

/** Reads all that `--write` needs, so that what is missing is told before anything runs. */
async function readmeOf(place: ScenarioPlace): Promise<ReadmeWithCharts> {
  const folder = folderOf(place);
  const variant = path.basename(place.file, path.extname(place.file));
  const mark = variant === 'scenario' ? 'charts' : `charts ${variant}`;
  const pictures = `charts/${variant}`;
  const text = await folder.text('README.md');
  const write = (section: string) => betweenMarkers(mark, text, section, folder.label('README.md'));
  write('');
  return {
    label: folder.label('README.md'),
    names: await namesFor(folder, variant),
    out: folder.place(pictures),
    write: (charts, made) =>
      nodeFiles.write(folder.place('README.md'), write(chartSection(charts, pictures, made))),
  };
}

async function namesFor(folder: ScenarioFolder, variant: string): Promise<readonly string[]> {
  const file = folder.label('charts.yaml');
  return plannedCharts(parseChartPlan(file, await folder.text('charts.yaml')), variant, file);
}
