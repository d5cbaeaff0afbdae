import path from 'node:path';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { Installation } from '../../services/installation.ts';
import type { ScenarioPlace } from '../find-scenario.ts';

/**
 * The id by which evidence names a base, however the person has written it: that of a shipped scenario (`id`, or `id/variant`), else the
 * id that stands in its file. Never a path: nobody else has it.
 */
export function baseId(
  { file }: ScenarioPlace,
  { spec }: ScenarioDocument,
  { scenarios }: Pick<Installation, 'scenarios'>,
): string {
  const [id = '', name = '', ...deeper] = path.relative(scenarios, file).split(path.sep);
  if (id === '..' || path.isAbsolute(id) || deeper.length > 0) return spec.id;
  const variant = path.basename(name, '.yaml');
  return variant === 'scenario' ? id : `${id}/${variant}`;
}
