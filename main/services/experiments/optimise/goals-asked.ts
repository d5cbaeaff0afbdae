import type { Goals } from '../../../../sim-core/analysis/goals/goal.ts';
import { parseGoals } from '../../../../sim-core/analysis/goals/parse-goals.ts';
import { readyMeasure } from '../../../../sim-core/analysis/measure-of.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import type { Placed } from '../../../../sim-core/scenario/experiment/placed.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import type { Installation } from '../../installation.ts';
import { describedByEngine } from '../described-by-engine.ts';
import { inPlace, noPlaces } from '../in-place.ts';
import type { OptimiseTask } from './run-optimise.ts';

/**
 * The goals in sentences, with the units of their measures. Every measure is asked of the scenario, so that a slip is told, with its
 * place, before anything runs. Throws `goal.*` and `measure.*`.
 */
export async function goalsAsked(
  document: ScenarioDocument,
  sentences: readonly Placed[],
  installation: Installation,
): Promise<Pick<OptimiseTask, 'goals' | 'units'>> {
  const goals = parseGoals(
    sentences.map(({ text }) => text),
    sentences.map(({ where }) => where),
  );
  return { goals, units: await unitsOf(document, goals, sentences, installation) };
}

async function unitsOf(
  document: ScenarioDocument,
  { goals, constraints }: Goals,
  sentences: readonly Placed[],
  installation: Installation,
): Promise<readonly string[]> {
  const engine = await loadEngine(installation.engineUrl.href);
  const { metrics } = await describedByEngine(installation, engine, document);
  const { startDay, ticks } = document.spec;
  const asked = { metrics, startDay, ticks, rules: verdicts };
  const unitOf = ({ measure, written }: Goals['goals'][number] | Goals['constraints'][number]): string =>
    inPlace(noPlaces, placeOf(written, sentences), () => readyMeasure(measure, asked, suggestion).unit);
  for (const constraint of constraints) {
    const { bound, written } = constraint;
    const unit = unitOf(constraint);
    if (bound?.unit === undefined || bound.unit === unit) continue;
    throw new StudioError({
      code: 'goal.unit',
      message: `"${written}" is written in ${bound.unit}, and the measure is in ${unit}.`,
      hint: `Convert the number and write ${unit}, or leave the unit out.`,
      where: placeOf(written, sentences) ?? '',
    });
  }
  return goals.map(unitOf);
}

/** Where the sentence stands that holds a part. */
const placeOf = (part: string, sentences: readonly Placed[]): string | undefined =>
  sentences.find(({ text }) => text.replaceAll(/\s+/g, ' ').includes(part))?.where ?? sentences[0]?.where;
