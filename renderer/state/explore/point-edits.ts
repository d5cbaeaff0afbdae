import type { TrialView } from '../../../main/api/jobs/job-result.ts';
import type { ParameterView, ScenarioEdit } from '../../../main/api/scenarios/scenarios-api.ts';

/**
 * The edits that give a scenario the values of a point. A part of a distribution is set by writing the distribution whole, since a file
 * has it so. `because` becomes the assumption of every value.
 */
export function pointEdits(
  point: readonly TrialView[],
  parameters: readonly ParameterView[],
  because: string,
): readonly ScenarioEdit[] {
  const written = new Map<string, string>();
  for (const { path, written: text } of point) {
    const whole = parameters.find((each) => path.startsWith(`${each.path}.`) && each.path !== path);
    const part = whole === undefined ? '' : path.slice(whole.path.length + 1);
    if (whole === undefined) written.set(path, text);
    else written.set(whole.path, wholeOf(written.get(whole.path), whole, part, text));
  }
  return [...written].map(([path, text]) => ({ kind: 'set', path, written: text, because }));
}

/** A distribution as a file spells it, such as `{ lognormal: { median: 300, sigma: 0.5 } }`, with one of its parts changed. */
function wholeOf(earlier: string | undefined, { value }: ParameterView, part: string, text: string): string {
  if (earlier !== undefined) return earlier.replace(new RegExp(`(\\b${part}: )[^,} ]+`), `$1${text}`);
  if (typeof value !== 'object' || !('kind' in value)) return text;
  const { kind, ...parts } = value;
  if (kind === 'fixed') return text;
  const spelled = Object.entries(parts).map(([name, number]) => `${name}: ${name === part ? text : number}`);
  return `{ ${kind}: { ${spelled.join(', ')} } }`;
}
