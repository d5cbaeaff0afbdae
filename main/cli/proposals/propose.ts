import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../sim-core/results/seed-range.ts';
import type { ReadFile } from '../../../sim-core/scenario/file-content.ts';
import { limits } from '../../../sim-core/scenario/limits.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { parseAssignment } from '../../../sim-core/scenario/set-parameter.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { overlayShelf } from '../../services/experiments/overlay-shelf.ts';
import type { Installation } from '../../services/installation.ts';
import { isShipped } from '../../services/proposals/bundle/is-shipped.ts';
import { type ComposeOrder, composeProposal } from '../../services/proposals/compose/compose-proposal.ts';
import { readWithin } from '../../services/read-within.ts';
import { formatsIn, type PictureFormat, pictureFormats } from '../../services/results/formats.ts';
import { pictureFile } from '../../services/results/picture-file.ts';
import { engineId, studioVersion } from '../../services/studio-info.ts';
import { atPoint } from '../experiments/at-point.ts';
import { openStore, type StoreFlag, withStoreFlags } from '../experiments/open-store.ts';
import { projectFolderOf } from '../experiments/project-folder.ts';
import { findScenario, scenarioAt } from '../find-scenario.ts';
import { interruption } from '../interruption.ts';
import { gathered, runCount, workerCount } from '../options.ts';
import { fromUser } from '../places.ts';
import { type ProgressBar, progressBar } from '../progress-bar.ts';
import { readText } from '../read-text.ts';
import { say, tell } from '../terminal.ts';
import { checkWritable, writeFiles } from '../write-files.ts';
import { baseId } from './base-id.ts';

interface ProposeOptions {
  readonly set: readonly string[];
  readonly assume: readonly string[];
  readonly seeds: string;
  readonly out: string;
  readonly stress: boolean;
  readonly budget?: number;
  readonly experiment?: string;
  readonly charts?: string | true;
  readonly workers?: number;
  readonly store?: StoreFlag;
}

/**
 * `propose <scenario> --set path=value`: runs base and proposal, and writes the draft with its evidence. What has run is kept, so that the
 * same command goes on where it was stopped.
 */
export const proposeCommand = (installation: Installation): Command =>
  withStoreFlags(new Command('propose'))
    .description('draft a proposal that carries its own evidence')
    .argument('<scenario>', 'id or file of the scenario that stands for today')
    .requiredOption('--set <path=value>', 'a change to propose; may be repeated', gathered, [])
    .option(
      '--assume <path=value>',
      'a value to assume otherwise with and without the change; may be repeated',
      gathered,
      [],
    )
    .option('--seeds <range>', 'range such as 1..200', '1..200')
    .option('--out <file>', 'where the draft is written', 'proposal.md')
    .option('--no-stress', 'leave out the runs under every overlay')
    .option(
      '--budget <runs>',
      'runs to find what the result rests on and how far it is from turning',
      runCount,
    )
    .option('--experiment <file>', 'an experiment that the change comes from, to travel with the draft')
    .option('--charts [formats]', `draw charts beside the draft: ${pictureFormats.join(', ')} (default: svg)`)
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .action(async (id: string, options: ProposeOptions) => {
      const out = fromUser(options.out);
      await checkWritable(path.dirname(out), options.out);
      const place = await findScenario(id, installation);
      const base = await scenarioAt(place, installation);
      // As compare, sweep and fork take them: a mechanism in another's place, an overlay, and parts of distributions too.
      const proposal = await atPoint(base, options.set.map(parseAssignment), installation);
      const workers = options.workers ?? availableParallelism();
      const engine = await loadEngine(installation.engineUrl.href);
      const project = projectFolderOf(place.file, installation);
      const store = await openStore(installation, options.store, project);
      let bar: ProgressBar | undefined;
      const specDigest = ({ spec }: Pick<ScenarioDocument, 'spec'>) => engine.specDigest(spec);
      const called = baseId(place, base, installation);
      const read: ReadFile = (name, limit) => readWithin(nodeFiles, path.dirname(place.file), name, limit);
      const asked = { id: called, document: base, specDigest };
      const travelling = {
        shipped: await isShipped(nodeFiles, installation, asked),
        read: { base: read, proposal: read },
        ...(options.experiment === undefined
          ? {}
          : { experiment: await readText(options.experiment, limits.scenarioBytes) }),
      };
      const formats =
        options.charts === undefined ? [] : formatsIn(chartFormats(options.charts), pictureFormats);
      const { text, bundle, charts, missing } = await composeProposal(
        {
          ...(formats.length === 0 ? {} : { draw: await pictures(out, formats) }),
          base,
          proposal,
          assume: options.assume.map(parseAssignment),
          ...{ baseId: called, travelling },
          seeds: rangeOf(options.seeds),
          stress: options.stress,
          budget: options.budget ?? 0,
        },
        {
          ...{ installation, workers, signal: interruption(), enough: new AbortController().signal },
          ...(store === undefined ? {} : { store }),
          shelf: await overlayShelf(nodeFiles, installation),
          engine: {
            version: await studioVersion(nodeFiles, installation),
            id: await engineId(nodeFiles, installation),
          },
          specDigest,
          begin(doing, runs) {
            bar?.end();
            tell(doing);
            bar = progressBar(runs, 'runs');
            return bar;
          },
        },
      ).finally(() => bar?.end());
      const draft = { name: path.basename(out), chunks: [text] };
      const beside = bundle === undefined ? [] : [{ name: `${bundle.cid}.car`, chunks: [bundle.bytes] }];
      const drawn = await Promise.all(
        charts.flatMap(({ file, svg }) =>
          formats.map((format) => pictureFile({ id: file.replace(/\.\w+$/, ''), svg }, format)),
        ),
      );
      await writeFiles(path.dirname(out), [draft, ...beside, ...drawn]);
      for (const { message, hint = '' } of Object.values(missing))
        tell(`Left out of the draft: ${message} ${hint}`.trim());
      say(`wrote  ${options.out}`);
      for (const { name } of drawn) say(`wrote  ${path.join(path.dirname(options.out), name)}`);
      for (const { name } of beside)
        say(
          `wrote  ${path.join(path.dirname(options.out), name)}  (publish it with the draft: its evidence needs it)`,
        );
    });

const chartFormats = (asked: string | true): string => (asked === true ? 'svg' : asked);

/** Draws for a draft: pictures are called after it, and it links to them in the first of the formats. */
async function pictures(
  out: string,
  [format = 'svg']: readonly PictureFormat[],
): Promise<NonNullable<ComposeOrder['draw']>> {
  // React is only loaded where something is drawn.
  const { drawProposal } = await import('../../services/render/draw-proposal.ts');
  const name = path.basename(out, path.extname(out));
  return (runs, metrics) =>
    drawProposal(runs, metrics).map(({ id, summary, svg }) => ({
      ...{ file: `${name}-${id}.${format}`, summary, svg },
    }));
}

/** Evidence says its seeds as one range. Throws `seeds.syntax`. */
function rangeOf(written: string): string {
  seedRange(written);
  if (/^\d+\.\.\d+$/.test(written)) return written;
  throw new StudioError({
    code: 'seeds.syntax',
    message: `The seeds of a proposal are one range, not "${written.slice(0, 60)}".`,
    hint: 'Write such as 1..200.',
    where: '--seeds',
  });
}
