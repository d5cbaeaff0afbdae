import type { Declaration } from '../../../sim-core/contract/extension.ts';
import { mechanisms } from '../../../sim-core/mechanisms/index.ts';
import { breakdowns } from '../../../sim-core/metrics/breakdowns.ts';
import { metrics } from '../../../sim-core/metrics/index.ts';
import { verdicts } from '../../../sim-core/metrics/verdicts.ts';
import { scenarioSchema } from '../../../sim-core/scenario/scenario-schema.ts';
import type { MechanismView, ModelApi, OutputsView } from '../../api/model/model-api.ts';
import type { OwnCode } from '../own-code/own-code.ts';
import { metricReads } from './metric-reads.ts';

/** What the model is made of, from its declarations. `own`: those of the open project. */
export function modelHandlers(own: () => Promise<OwnCode>): ModelApi {
  return {
    'model.mechanisms': async () => [
      ...mechanisms.map((each) => mechanismView(each, false)),
      ...(await own()).declarations.map((each) => mechanismView(each, true)),
    ],
    'model.outputs': async () => {
      outputs ??= outputsView();
      return outputs;
    },
    'model.schema': async () => ({ ...scenarioSchema([...mechanisms, ...(await own()).declarations]) }),
  };
}

function mechanismView(declared: Declaration, own: boolean): MechanismView {
  const { id, version, slot, title, summary, sources, parameters, reads, writes } = declared;
  return {
    ...{ id, version, slot, title, summary, sources, parameters, reads, writes },
    needs: declared.needs ?? [],
    invariants: (declared.invariants ?? []).map(({ says }) => says),
    own,
  };
}

/** Made when it is first asked for: what metrics read is found by reading them. */
let outputs: OutputsView | undefined;

const outputsView = (): OutputsView => ({
  metrics: metrics.map(({ id, title, unit, definition, source, gaps, needs = [], read }) => ({
    ...{ id, title, unit, definition, source, needs, reads: metricReads({ read }) },
    ...(gaps === undefined ? {} : { gaps }),
  })),
  breakdowns: breakdowns.map(({ id, title, unit, definition, source }) => ({
    ...{ id, title, unit, definition, source },
  })),
  verdicts: verdicts.map(({ id, title, rule, source }) => ({ id, title, rule, source })),
});
