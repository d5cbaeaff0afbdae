import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { dayOf } from '../../../sim-core/kernel/calendar.ts';
import { limits } from '../../../sim-core/scenario/limits.ts';
import type { Installation } from '../../services/installation.ts';
import { mappingsOf } from '../../services/jobs/read-given-record.ts';
import { judgeOutcome } from '../../services/proposals/outcome/judge-outcome.ts';
import { pictureFile } from '../../services/results/picture-file.ts';
import { orNull } from '../experiments/or-null.ts';
import { gathered } from '../options.ts';
import { readText } from '../read-text.ts';
import { say, tell } from '../terminal.ts';
import { outFolder, writeFiles } from '../write-files.ts';
import { evidenceIn, givenProposal } from './given-proposal.ts';
import { type EvidenceOptions, openEvidence, withEvidenceOptions } from './open-evidence.ts';
import { outcomeReport } from './outcome-report.ts';

interface OutcomeOptions extends EvidenceOptions {
  readonly data: string;
  readonly map: readonly string[];
  readonly dateColumn?: string;
  readonly dates?: string;
  readonly decimal?: string;
  readonly dayOne?: string;
  readonly hub?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `outcome <proposal> --data actual.csv`: exit code 0 where the forecast held, 1 where it did not, 2 where it cannot be told. */
export const outcomeCommand = (installation: Installation): Command =>
  withEvidenceOptions(new Command('outcome'))
    .description('hold real data (CSV) against the forecast of a proposal: did it hold?')
    .argument(
      '<proposal>',
      'Markdown file with the evidence, -, an address, or the id of a Snapshot proposal',
    )
    .requiredOption('--data <file>', 'CSV with a column of dates, and columns that are metrics')
    .option(
      '--map <column=metric>',
      'what a column is: metric (on that day), sum(metric) or mean(metric) (of the days up to the next row); may be repeated (default: columns named like metrics)',
      gathered,
      [],
    )
    .option('--date-column <name>', 'the column of dates, where its name does not say it')
    .option('--dates <order>', 'd/m/y or m/d/y, where the dates do not say it')
    .option('--decimal <sign>', 'point or comma, where the numbers do not say it')
    .option(
      '--day-one <date>',
      'date on which the first day of the forecast came true (default: as the scenario has it)',
    )
    .option('--hub <url>', 'server that is asked for ids, GraphQL (default: as set in the studio)')
    .option('--out <folder>', 'also write outcome.md, outcome.json and a picture of each column')
    .option('--json', 'print one JSON document instead of Markdown')
    .action(async (written: string, options: OutcomeOptions) => {
      const out = await outFolder(options.out);
      const dayOne = options.dayOne === undefined ? undefined : dayIn(options.dayOne);
      const found = evidenceIn((await givenProposal(written, options.hub)).text);
      const outcome = await judgeOutcome(
        {
          found,
          record: { name: nameOf(options.data), text: await readText(options.data, limits.dataBytes) },
          options: saidBy(options),
          ...(dayOne === undefined ? {} : { dayOne }),
        },
        await openEvidence(found, written, options, installation),
      );
      const report = outcomeReport(outcome);
      const json = JSON.stringify(outcome, orNull);
      say(options.json === true ? json : report);
      if (outcome.columns.some(({ standing }) => standing === 'missed')) process.exitCode = 1;
      if (out === undefined) return;
      // React is only loaded where something is drawn.
      const { drawOutcome } = await import('../../services/render/draw-outcome.ts');
      const pictures = await Promise.all(drawOutcome(outcome).map((chart) => pictureFile(chart, 'svg')));
      const files = await writeFiles(out, [
        { name: 'outcome.md', chunks: [`${report}\n`] },
        { name: 'outcome.json', chunks: [`${json}\n`] },
        ...pictures,
      ]);
      for (const file of files) tell(`wrote  ${file}`);
    });

/** A column's name may hold an equals sign, a metric's does not. */
function saidBy({ map, dateColumn, dates, decimal }: OutcomeOptions) {
  const columns = map.map((each): [string, string] => {
    const equals = each.lastIndexOf('=');
    return [each.slice(0, Math.max(0, equals)).trim(), each.slice(equals + 1)];
  });
  const said = mappingsOf({
    ...(columns.length === 0 ? {} : { columns: Object.fromEntries(columns) }),
    ...(dateColumn === undefined ? {} : { dateColumn }),
    ...(dates === undefined ? {} : { dates }),
    ...(decimal === undefined ? {} : { decimal }),
  });
  if ('problem' in said) throw new StudioError({ ...said.problem, where: '--map' });
  return said;
}

function dayIn(written: string): number {
  const day = dayOf(written);
  if (day !== undefined) return day;
  throw new StudioError({
    code: 'outcome.day-one',
    message: `"${written.slice(0, 40)}" is no day.`,
    hint: 'Write days as 2026-03-01.',
    where: '--day-one',
  });
}

const nameOf = (file: string): string => file.replace(/^.*[\\/]/, '');
