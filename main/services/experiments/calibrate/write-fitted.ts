import { type Problem, StudioError } from '../../../../sim-core/contract/errors.ts';
import { wholeDistributions } from '../../../../sim-core/scenario/experiment/distribution-part.ts';
import { Reading } from '../../../../sim-core/scenario/reading.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { setInText } from '../../../../sim-core/scenario/set-in-text.ts';
import { type Assignment, setAll } from '../../../../sim-core/scenario/set-parameter.ts';
import type { CalibrateAnswer, FittedParameter } from './calibrate-answer.ts';

export type TextFitted =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The text of a scenario with the fitted values, each with a sentence that says to what it was fitted and how sure it is; everything else
 * is kept, comments included. `start` is the scenario that was fitted, `set` what was changed in it since its text. Values that the record says nothing on are left as they are.
 */
export function writeFitted(
  start: ScenarioDocument,
  answer: CalibrateAnswer,
  set: readonly Assignment[],
): TextFitted {
  if (start.metadata.overlays !== undefined && start.metadata.overlays.length > 0) {
    throw new StudioError({
      code: 'calibrate.overlay',
      message: `The fit was made under ${start.metadata.overlays.join(', ')}, which no scenario file holds.`,
      hint: 'Fit without overlays, or write the values into the scenario by hand.',
      where: '--write-scenario',
    });
  }
  const fitted = answer.parameters.filter(({ told }) => told === 'known');
  if (fitted.length === 0) {
    throw new StudioError({
      code: 'calibrate.nothing-known',
      message: 'The record says nothing on any of the parameters: there is no value to write.',
      hint: 'Fit parameters that move the metrics of the record.',
    });
  }
  const changes = [
    ...set.map((assignment) => ({ ...assignment, because: 'Set by hand before the fit.' })),
    ...fitted.map((parameter) => ({
      path: parameter.path,
      written: `${parameter.value}`,
      because: sentenceOf(answer, parameter),
    })),
  ];
  let document = start;
  for (const { because, ...change } of changes) {
    const reading = new Reading();
    // Parts of one distribution come one after the other, each into the whole that the last one left.
    const [whole] = wholeDistributions(reading, document.spec, [change], document.declared);
    if (whole === undefined) return { ok: false, problems: reading.problems };
    const earlier = whole.path === change.path ? undefined : earlierIn(document, whole.path);
    const text = setInText(
      document,
      whole.path,
      whole.written,
      earlier === undefined ? because : `${earlier} ${because}`,
    );
    if (!text.ok) return text;
    const next = setAll(document, [whole]);
    if (!next.ok) return next;
    const origins = new Map(next.document.origins).set(whole.path, { kind: 'assumption', because });
    document = { ...next.document, origins, text: text.text };
  }
  return { ok: true, text: document.text };
}

/** What was said of another part of the same distribution by this fit. */
function earlierIn({ origins }: ScenarioDocument, path: string): string | undefined {
  const origin = origins.get(path);
  return origin?.kind === 'assumption' && origin.because.includes(begins) ? origin.because : undefined;
}

const begins = 'Fitted by calibrate to ';

function sentenceOf(
  { record, columns, fit }: CalibrateAnswer,
  { path, low, high, openBelow, openAbove, unit }: FittedParameter,
): string {
  const named = columns.map(({ column }) => column).join(', ');
  const shown = (value: number): string => `${Number(value.toPrecision(3))}`;
  const open = openBelow || openAbove ? ', which ends where the searched range does' : '';
  const part = /\.(?:median|mean|sigma|sd|min|max|mode)$/.exec(path)?.[0].slice(1);
  const inUnit = unit === '1' ? '' : ` ${unit}`;
  return `${begins}${named} of ${record}, ${fit.first} to ${fit.last}: 95 % interval${part === undefined ? '' : ` of the ${part}`} ${shown(low)} to ${shown(high)}${inUnit}${open}.`;
}
