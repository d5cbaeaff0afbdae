import type { Point } from '../../contract/design.ts';
import type { Problem } from '../../contract/errors.ts';
import { suggestion } from '../nearest-name.ts';
import { applyOverlays, type Overlay } from '../overlay.ts';
import { checkTogether } from '../read-mechanisms.ts';
import { Reading } from '../reading.ts';
import type { ScenarioDocument, ScenarioRead } from '../scenario-document.ts';
import { type Assignment, setAll } from '../set-parameter.ts';
import { chooseMechanism, choosesMechanism } from './choose-mechanism.ts';
import { wholeDistributions } from './distribution-part.ts';

/** Overlays that points may name. */
export type OverlayShelf = ReadonlyMap<string, Overlay>;

const noOverlay = 'none';

/**
 * The scenario at a point of a design, and every problem in it otherwise. Besides what `setAll` takes, paths may be `overlay` (an id,
 * several joined by `+`, or `none`), `mechanism.<slot>` or `mechanism.<id>` (the mechanism to put there), and parts of
 * distributions such as `agents.providers.hurdle.median`. The order in which they stand does not matter.
 */
export function applyPoint(document: ScenarioDocument, point: Point, shelf: OverlayShelf): ScenarioRead {
  const isTime = ({ path }: Assignment): boolean => path === 'horizon' || path === 'start';
  const isOverlay = ({ path }: Assignment): boolean => path === 'overlay';
  const timed = setAll(document, point.filter(isTime));
  if (!timed.ok) return timed;
  const chosen = withMechanisms(timed.document, point.filter(choosesMechanism));
  if (!chosen.ok) return chosen;
  const overlays = overlaysIn(point.filter(isOverlay), shelf);
  if (!overlays.ok) return overlays;
  const laid = applyOverlays(chosen.document, overlays.found);
  if (!laid.ok) return laid;
  const reading = new Reading();
  const rest = point.filter((each) => !(isTime(each) || isOverlay(each) || choosesMechanism(each)));
  const { spec, declared } = laid.document;
  const whole = wholeDistributions(reading, spec, rest, declared);
  if (reading.problems.length > 0) return { ok: false, problems: reading.problems };
  return whole.length === 0 ? laid : setAll(laid.document, whole);
}

function withMechanisms(document: ScenarioDocument, choices: Point): ScenarioRead {
  if (choices.length === 0) return { ok: true, document };
  const reading = new Reading();
  const origins = new Map(document.origins);
  let { spec } = document;
  for (const choice of choices)
    spec = chooseMechanism(reading, spec, choice, document.declared, origins) ?? spec;
  const where = choices.map(({ path, written }) => `${path}=${written}`).join(', ');
  if (reading.problems.length === 0)
    checkTogether(reading, { uses: spec.mechanisms, whereOf: () => where }, document.declared);
  if (reading.problems.length > 0) return { ok: false, problems: reading.problems };
  return { ok: true, document: { ...document, spec, origins } };
}

function overlaysIn(
  choices: Point,
  shelf: OverlayShelf,
):
  | { readonly ok: true; readonly found: readonly Overlay[] }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const names = choices
    .flatMap(({ written }) => written.split('+').map((name) => name.trim()))
    .filter((name) => name !== noOverlay);
  const unknown = names.find((name) => !shelf.has(name));
  if (unknown === undefined) return { ok: true, found: names.flatMap((name) => shelf.get(name) ?? []) };
  const problem = {
    code: 'overlay.unknown',
    message: `There is no overlay "${unknown}".`,
    hint: suggestion(unknown, [...shelf.keys(), noOverlay]),
    where: 'overlay',
  };
  return { ok: false, problems: [problem] };
}
