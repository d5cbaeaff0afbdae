import type { Declaration } from '../../../sim-core/contract/extension.ts';
import { mechanisms } from '../../../sim-core/mechanisms/index.ts';
import { breakdowns } from '../../../sim-core/metrics/breakdowns.ts';
import { metrics } from '../../../sim-core/metrics/index.ts';
import { verdicts } from '../../../sim-core/metrics/verdicts.ts';
import { scenarioSchema } from '../../../sim-core/scenario/scenario-schema.ts';
import type { MechanismView, ModelApi, OutputsView } from '../../api/model/model-api.ts';

/** What the model is made of, from its declarations. */
export const modelHandlers = (): ModelApi => ({
  'model.mechanisms': async () => mechanisms.map((each) => mechanismView(each, false)),
  'model.outputs': async () => outputs,
  'model.schema': async () => ({ ...scenarioSchema() }),
});

function mechanismView(declared: Declaration, own: boolean): MechanismView {
  const { id, version, slot, title, summary, sources, parameters, reads, writes } = declared;
  return {
    ...{ id, version, slot, title, summary, sources, parameters, reads, writes },
    needs: declared.needs ?? [],
    invariants: (declared.invariants ?? []).map(({ says }) => says),
    own,
  };
}

const outputs: OutputsView = {
  metrics: metrics.map(({ id, title, unit, definition, source, gaps, needs = [] }) => ({
    ...{ id, title, unit, definition, source, needs },
    ...(gaps === undefined ? {} : { gaps }),
  })),
  breakdowns: breakdowns.map(({ id, title, unit, definition, source }) => ({
    ...{ id, title, unit, definition, source },
  })),
  verdicts: verdicts.map(({ id, title, rule, source }) => ({ id, title, rule, source })),
};
