import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { parseExperiment } from '../../../sim-core/scenario/experiment/parse-experiment.ts';
import { type SectionName, sectionNames } from '../../../sim-core/scenario/experiment/section-names.ts';
import type { Installation } from '../../services/installation.ts';
import { Refusal } from '../../services/refusal.ts';
import { runCommand } from '../run.ts';
import { calibrateCommand } from './calibrate/calibrate.ts';
import { compareCommand } from './compare/compare.ts';
import { flipCommand } from './flip/flip.ts';
import { experimentText } from './open-experiment.ts';
import { optimiseCommand } from './optimise/optimise.ts';
import { sensitivityCommand } from './sensitivity/sensitivity.ts';
import { sweepCommand } from './sweep/sweep.ts';

type MakeCommand = (installation: Installation) => Command;

/** Which command a section of a file is for; a file that has none is a sweep. */
const commands: Readonly<Record<SectionName, { readonly name: string; readonly make: MakeCommand }>> = {
  sensitivity: { name: 'sensitivity', make: sensitivityCommand },
  goals: { name: 'optimise', make: optimiseCommand },
  fit: { name: 'calibrate', make: calibrateCommand },
  compare: { name: 'compare', make: compareCommand },
  flip: { name: 'flip', make: flipCommand },
  stop: { name: 'run', make: runCommand },
};

/** `experiment <file>`: does what the file asks, by the command that its section is for. */
export const runExperimentCommand = (installation: Installation): Command =>
  new Command('run')
    .description(
      'do what an experiment file asks, by the command that its section is for; that command has the flags',
    )
    .argument('<file>', 'YAML file')
    .argument(
      '[flags...]',
      'flags of that command, such as --out, --seeds, --workers, --estimate, --yes, --json',
    )
    .allowUnknownOption()
    .action(async (file: string, _flags: unknown, _options: unknown, self: Command) => {
      const command = (await kindOf(file))(installation);
      command.copyInheritedSettings(self).exitOverride();
      await command.parseAsync(self.args, { from: 'user' });
    });

/** The command for the one kind of experiment that a file is. Throws `experiment.kind` where it is none, or two. */
async function kindOf(file: string): Promise<MakeCommand> {
  const text = await experimentText(file);
  if (text === undefined)
    throw refused(`${file} is no experiment file.`, 'It names a scenario, by `scenario:`.', file);
  const read = parseExperiment(file, text);
  if (!read.ok) throw new Refusal(read.problems);
  const { sections, design } = read.experiment;
  const kinds = sectionNames.filter((name) => sections[name] !== undefined);
  const [kind] = kinds;
  if (kinds.length > 1)
    throw refused(
      `It asks ${kinds.length} questions: ${kinds.join(', ')}.`,
      `Keep one in a file, or ask one by its command: ${kinds.map((each) => commands[each].name).join(' or ')}.`,
      file,
    );
  if (kind !== undefined) return commands[kind].make;
  if (design !== undefined) return sweepCommand;
  throw refused(
    'It asks nothing yet.',
    `Add design, which makes it a sweep, or one of ${sectionNames.join(', ')}.`,
    file,
  );
}

const refused = (message: string, hint: string, where: string): StudioError =>
  new StudioError({ code: 'experiment.kind', message, hint, where });
