import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Entry } from '../../../sim-core/scenario/entry.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';
import { readYaml } from '../../../sim-core/scenario/read-yaml.ts';
import { Reading, readText } from '../../../sim-core/scenario/reading.ts';
import { Refusal } from '../../services/refusal.ts';

/** The charts of a README, by scenario file: `scenario` for scenario.yaml, `free` for free.yaml. Names as in `findCharts`. */
export type ChartPlan = ReadonlyMap<string, readonly string[]>;

/** Reads `charts.yaml`; throws a `Refusal` with every problem in it. */
export function parseChartPlan(file: string, text: string): ChartPlan {
  const yaml = readYaml(file, text);
  if (!yaml.ok) throw new Refusal(yaml.problems);
  const reading = new Reading();
  const plan = planOf(reading, yaml.root);
  if (reading.problems.length > 0) throw new Refusal(reading.problems);
  return plan;
}

function planOf(reading: Reading, root: Entry): ChartPlan {
  if (root.kind === 'mapping') {
    return new Map(
      [...root.fields].map(([variant, { value }]) => [variant, namesIn(reading, value, variant)]),
    );
  }
  reading.report({
    code: 'chart.wrong-plan',
    message: 'charts.yaml must be a mapping.',
    hint: 'Write `scenario: [providers.active, market.price]`, and a line for each variant.',
    where: root.where,
  });
  return new Map();
}

function namesIn(reading: Reading, entry: Entry, variant: string): readonly string[] {
  const hint = 'Write ids of metrics in brackets, such as [providers.active, market.price].';
  if (entry.kind === 'list' && entry.items.length > 0) {
    return entry.items.map((item, index) => readText(reading, item, `${variant}[${index}]`, hint) ?? '');
  }
  const message = `${variant} must be a list of charts.`;
  reading.report({ code: 'chart.wrong-plan', message, hint, where: entry.where });
  return [];
}

/** The charts of one scenario file. Throws `chart.not-planned`. */
export function plannedCharts(plan: ChartPlan, variant: string, file: string): readonly string[] {
  const names = plan.get(variant);
  if (names !== undefined) return names;
  throw new StudioError({
    code: 'chart.not-planned',
    message: `${file} names no charts for ${variant}.yaml.`,
    hint: suggestion(variant, [...plan.keys()]),
    where: file,
  });
}
