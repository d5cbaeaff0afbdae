import { parseStopRule, type StopRule } from '../../sim-core/analysis/stop-rule.ts';
import { seedRange } from '../../sim-core/results/seed-range.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import { parseAssignment } from '../../sim-core/scenario/set-parameter.ts';
import { inPlace, noPlaces } from '../services/experiments/in-place.ts';
import type { Installation } from '../services/installation.ts';
import { changedDocument } from './changed-document.ts';
import { lackingSection } from './experiments/lacking-section.ts';
import { experimentText, openExperiment } from './experiments/open-experiment.ts';
import { refuseBesideFile } from './experiments/refuse-beside-file.ts';
import { findScenario, scenarioAt } from './find-scenario.ts';

/** What a command line asks to run; beside an experiment file only the seeds. */
export interface RunFlags {
  readonly seeds?: string;
  readonly until?: string;
  readonly set: readonly string[];
  readonly overlay: readonly string[];
}

/** A scenario to run, on which seeds, and when there are enough of them. */
export interface RunRequest {
  readonly document: ScenarioDocument;
  readonly seeds: readonly string[];
  readonly rule?: StopRule;
  /** Where the rule stands. */
  readonly ruleAt: string;
}

/** Where it is not said how many; with a stop rule, as many as there are before its first look. */
export const usualSeeds = '1..20';
/** With a stop rule, unless it is said how far it may go. */
const mostSeedsUntil = '1..1000';

/** What is to be run: a scenario with flags, or an experiment file with a stop rule. Throws what is wrong with it. */
export async function runRequest(
  written: string,
  flags: RunFlags,
  installation: Installation,
): Promise<RunRequest> {
  const text = await experimentText(written);
  if (text !== undefined) return await fromFile(written, text, flags, installation);
  const rule = flags.until === undefined ? undefined : parseStopRule(flags.until);
  const seeds = seedRange(flags.seeds ?? (rule === undefined ? usualSeeds : mostSeedsUntil));
  const original = await scenarioAt(await findScenario(written, installation), installation);
  const changes = { set: flags.set.map(parseAssignment), overlays: flags.overlay };
  const document = await changedDocument(original, changes, installation);
  return { document, seeds, ...(rule === undefined ? {} : { rule }), ruleAt: '--until' };
}

async function fromFile(
  written: string,
  text: string,
  { seeds, until, set, overlay }: RunFlags,
  installation: Installation,
): Promise<RunRequest> {
  refuseBesideFile({ until, set, overlay });
  const opened = await openExperiment(written, text, installation);
  const { stop } = opened.experiment.sections;
  if (stop === undefined)
    throw lackingSection('stop', 'when there are enough seeds', 'find-what-matters.md', written);
  const rule = inPlace(noPlaces, stop.where, () => parseStopRule(stop.text));
  const most = seeds === undefined ? (opened.seeds ?? seedRange(mostSeedsUntil)) : seedRange(seeds);
  return { document: opened.document, seeds: most, rule, ruleAt: stop.where };
}
