import path from 'node:path';
import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { slots } from '../../../sim-core/contract/slot.ts';
import { mechanisms } from '../../../sim-core/mechanisms/index.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { mechanismTemplate } from '../../services/scaffold/mechanism-template.ts';
import { metricTemplate } from '../../services/scaffold/metric-template.ts';
import { scenarioFilesOf } from '../../services/scaffold/scenario-files.ts';
import { fromUser } from '../places.ts';
import { say } from '../terminal.ts';

interface Where {
  readonly project: string;
}

const inProject = (command: Command): Command =>
  command.option('--project <folder>', 'the project, a folder', '.');

/** `new-scenario <id>`: a copy of a shipped scenario to change. */
export const newScenarioCommand = (installation: Installation): Command =>
  inProject(new Command('new-scenario'))
    .description('start a scenario of your own from a shipped one')
    .argument('<id>', 'its name: small letters and hyphens')
    .option('--from <scenario>', 'id of the shipped scenario to start from', 'blank-network')
    .action(async (id: string, { project, from }: Where & { readonly from: string }) => {
      checkName(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'my-network');
      for (const { name, text } of await scenarioFilesOf(nodeFiles, installation.scenarios, from, id))
        await writeNew(project, `scenarios/${id}/${name}`, text);
    });

/** `new-mechanism <slot.name>`: a whole mechanism to change. */
export const newMechanismCommand = (): Command =>
  inProject(new Command('new-mechanism'))
    .description('start a mechanism of your own')
    .argument('<id>', 'slot.name, such as settlement.patron')
    .action(async (id: string, { project }: Where) => {
      checkName(id, /^[a-z]+\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'settlement.patron');
      const [slot = '', name = ''] = id.split('.');
      const known: readonly string[] = slots;
      if (!known.includes(slot)) {
        throw new StudioError({
          code: 'new.unknown-slot',
          message: `There is no slot "${slot}".`,
          hint: suggestion(slot, slots),
        });
      }
      if (mechanisms.some((mechanism) => mechanism.id === id)) {
        throw new StudioError({
          code: 'new.taken',
          message: `The engine has a mechanism ${id}.`,
          hint: 'Give yours another name.',
        });
      }
      await writeNew(project, `mechanisms/${slot}/${name}.js`, mechanismTemplate(id, slot));
    });

/** `new-metric <group.name>`: a whole metric to change. */
export const newMetricCommand = (): Command =>
  inProject(new Command('new-metric'))
    .description('start a metric of your own')
    .argument('<id>', 'group.name, such as supply.burn-rate')
    .action(async (id: string, { project }: Where) => {
      checkName(id, /^[a-z-]+\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'supply.burn-rate');
      await writeNew(project, `metrics/${id.replace('.', '-')}.js`, metricTemplate(id));
    });

function checkName(written: string, allowed: RegExp, example: string): void {
  if (allowed.test(written) && written.length <= 60) return;
  throw new StudioError({
    code: 'new.bad-name',
    message: `${JSON.stringify(written.slice(0, 80))} cannot be a name.`,
    hint: `Write small letters, digits and hyphens, at most 60, such as ${example}.`,
  });
}

/** Writes a file that is not there yet; never over one that is. */
async function writeNew(project: string, name: string, text: string): Promise<void> {
  const file = path.join(fromUser(project), ...name.split('/'));
  if ((await nodeFiles.read(file, 0)).kind !== 'missing') {
    throw new StudioError({
      code: 'new.exists',
      message: `${name} is there already.`,
      hint: 'Choose another name, or remove it first.',
      where: name,
    });
  }
  await nodeFiles.makeFolder(path.dirname(file));
  await nodeFiles.write(file, text);
  say(`wrote  ${name}`);
}
