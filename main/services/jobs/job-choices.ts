import { canAnswer } from '../../../sim-core/analysis/verdict-in-seed.ts';
import { isoDate } from '../../../sim-core/kernel/calendar.ts';
import { verdicts } from '../../../sim-core/metrics/verdicts.ts';
import { describeParameters } from '../../../sim-core/scenario/describe-parameters.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { parameterAt } from '../../../sim-core/scenario/set-parameter.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { JobChoices, ParameterChoice } from '../../api/jobs/jobs-api.ts';
import { describedByEngine } from '../experiments/described-by-engine.ts';
import { isResolution, usualRange, variedNumber } from '../experiments/sensitivity/usual-range.ts';
import type { Installation } from '../installation.ts';

/** What an experiment on a scenario can vary and measure. */
export async function jobChoices(
  document: ScenarioDocument,
  installation: Installation,
): Promise<JobChoices> {
  const engine = await loadEngine(installation.engineUrl.href);
  const { metrics } = await describedByEngine(installation, engine, document);
  const { ticks, startDay } = document.spec;
  return {
    parameters: [
      ...describeParameters(document)
        .filter((described) => !isResolution(described))
        .flatMap((described) => choiceOf(document, described)),
      {
        kind: 'number',
        path: 'horizon',
        label: 'Length of the run',
        mechanism: 'scenario',
        unit: 'day',
        value: ticks,
        min: 1,
        integer: true,
        unsourced: false,
      },
    ],
    metrics: metrics.map(({ id, title, unit }) => ({ id, title, unit })),
    verdicts: verdicts
      .filter((each) => canAnswer(each, { metrics, ticks }))
      .map(({ id, title, rule }) => ({ id, title, rule })),
    days: ticks,
    startDate: isoDate(startDay),
  };
}

type Described = ReturnType<typeof describeParameters>[number];

function choiceOf(document: ScenarioDocument, described: Described): readonly ParameterChoice[] {
  const { path, label, unit, value, origin } = described;
  const parameter = parameterAt(document.spec, path, document.declared)?.parameter;
  if (parameter === undefined) return [];
  const mechanism = path.slice(0, path.lastIndexOf('.'));
  if (parameter.kind === 'choice' && typeof value === 'string')
    return [{ kind: 'option', path, label, mechanism, value, options: parameter.options }];
  const found = variedNumber(path, value, parameter);
  if (typeof found === 'string') return [];
  const range = usualRange(found);
  const part = found.path.slice(path.length + 1);
  return [
    {
      ...{ kind: 'number', path: found.path, mechanism, unit, value: found.value, integer: found.integer },
      label: part === '' ? label : `${label}, ${part}`,
      ...(Number.isFinite(found.min) ? { min: found.min } : {}),
      ...(Number.isFinite(found.max) ? { max: found.max } : {}),
      ...(typeof range === 'string' ? {} : { usual: { min: range.min, max: range.max, scale: range.scale } }),
      unsourced: origin.kind === 'assumption',
    },
  ];
}
