import type { ManifestParameter } from '../../../sim-core/results/manifest.ts';
import { describeParameters } from '../../../sim-core/scenario/describe-parameters.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';

/** What a manifest says of each parameter of a scenario. */
export const manifestParameters = (document: ScenarioDocument): readonly ManifestParameter[] =>
  describeParameters(document).map(({ path, label, shown, origin }) => ({
    path,
    label,
    shown,
    origin,
  }));
