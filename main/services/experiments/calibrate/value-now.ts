import { describeParameters } from '../../../../sim-core/scenario/describe-parameters.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';

/** The number that a scenario has at a path, or in a part of a distribution such as `hurdle.median`; NaN where it has none. */
export function valueNow(document: ScenarioDocument, path: string): number {
  if (path === 'horizon') return document.spec.ticks;
  const described = describeParameters(document).find(
    (each) => path === each.path || path.startsWith(`${each.path}.`),
  );
  const { value } = described ?? {};
  if (typeof value === 'number') return value;
  if (described === undefined || typeof value !== 'object') return Number.NaN;
  const part = path === described.path ? 'value' : path.slice(described.path.length + 1);
  const found: unknown = Object.entries(value).find(([name]) => name === part)?.[1];
  return typeof found === 'number' ? found : Number.NaN;
}
