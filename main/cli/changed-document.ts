import { wholeDistributions } from '../../sim-core/scenario/experiment/distribution-part.ts';
import { Reading } from '../../sim-core/scenario/reading.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import { type Assignment, setAll } from '../../sim-core/scenario/set-parameter.ts';
import type { Installation } from '../services/installation.ts';
import { Refusal } from '../services/refusal.ts';
import { underOverlays } from './overlay/find-overlay.ts';

/** What a command line changes in a scenario. */
export interface Changes {
  readonly set: readonly Assignment[];
  /** Ids of shipped overlays, or YAML files. */
  readonly overlays: readonly string[];
}

/** The scenario under every overlay, after every assignment; its length first, since overlays have to fit into it. */
export async function changedDocument(
  document: ScenarioDocument,
  { set, overlays }: Changes,
  installation: Installation,
): Promise<ScenarioDocument> {
  const isTime = ({ path }: Assignment): boolean => path === 'horizon' || path === 'start';
  const timed = withChanges(document, set.filter(isTime));
  const laid = await underOverlays(timed, overlays, installation);
  return withChanges(
    laid,
    set.filter((each) => !isTime(each)),
  );
}

/**
 * The scenario after every assignment, parts of distributions as `flip` and `sensitivity` name them among them. Throws a `Refusal` with
 * the problems of all.
 */
function withChanges(document: ScenarioDocument, assignments: readonly Assignment[]): ScenarioDocument {
  const reading = new Reading();
  const whole = wholeDistributions(reading, document.spec, assignments, document.declared);
  if (reading.problems.length > 0) throw new Refusal(reading.problems);
  const changed = setAll(document, whole);
  if (changed.ok) return changed.document;
  throw new Refusal(changed.problems);
}
