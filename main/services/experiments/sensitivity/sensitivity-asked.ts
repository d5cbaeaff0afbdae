import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { Placed } from '../../../../sim-core/scenario/experiment/placed.ts';
import type { SensitivitySection } from '../../../../sim-core/scenario/experiment/sensitivity-section.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import type { Installation } from '../../installation.ts';
import { describedByEngine } from '../described-by-engine.ts';
import { inPlace } from '../in-place.ts';
import { measuresFor, readyIn } from '../measures.ts';
import { everyFactor, namedFactors } from './find-factors.ts';
import type { SensitivityTask } from './plan-sensitivity.ts';

/** The factors that are asked for, with what is left out and why. Throws `sensitivity.no-factors` where none are. */
export function factorsAsked(
  document: ScenarioDocument,
  asked: SensitivitySection['factors'],
): Pick<SensitivityTask, 'factors' | 'leftOut'> {
  if (asked === undefined) {
    throw new StudioError({
      code: 'sensitivity.no-factors',
      message: 'There is no parameter to vary.',
      hint: 'Name parameters with --factors, or give one of --all-unsourced and --all.',
    });
  }
  if (asked === 'all') return everyFactor(document, 'all');
  if (asked === 'all-unsourced') return everyFactor(document, 'unsourced');
  const factors = inPlace(asked.places, undefined, () => namedFactors(document, asked.list));
  return { factors, leftOut: [] };
}

/** The measure, as it was written and ready for the scenario. Throws `measure.*` where it has no such thing. */
export async function measureAsked(
  document: ScenarioDocument,
  measure: Placed,
  installation: Installation,
): Promise<Pick<SensitivityTask, 'named' | 'measure'>> {
  const engine = await loadEngine(installation.engineUrl.href);
  const described = await describedByEngine(installation, engine, document);
  const [named] = measuresFor([{ spec: document.spec, described }], [measure]);
  const ready = named === undefined ? undefined : readyIn(document.spec, described, named);
  if (named === undefined || ready === undefined)
    throw new Error(`${measure.text} was found good and is not`);
  return { named, measure: ready };
}
