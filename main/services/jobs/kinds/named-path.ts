import { describeParameters } from '../../../../sim-core/scenario/describe-parameters.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { NamedView } from '../../../api/jobs/job-result.ts';

const pseudo: Readonly<Record<string, NamedView>> = {
  horizon: { path: 'horizon', label: 'Length of the run', unit: 'day' },
  start: { path: 'start', label: 'First day', unit: '1' },
  overlay: { path: 'overlay', label: 'Overlay', unit: '1' },
};

/** What a path of a factor is called, and its unit. */
export function namedPath(document: ScenarioDocument, path: string): NamedView {
  const known = pseudo[path];
  if (known !== undefined) return known;
  const found = describeParameters(document).find(
    (each) => path === each.path || path.startsWith(`${each.path}.`),
  );
  if (found === undefined) return { path, label: path, unit: '1' };
  const part = path.slice(found.path.length + 1);
  const label = part === '' ? found.label : `${found.label}, ${part}`;
  return { path, label, unit: part === 'sigma' ? '1' : found.unit };
}
