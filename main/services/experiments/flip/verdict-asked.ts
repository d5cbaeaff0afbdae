import { canAnswer } from '../../../../sim-core/analysis/verdict-in-seed.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { VerdictRule } from '../../../../sim-core/contract/verdict-rule.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import type { Placed } from '../../../../sim-core/scenario/experiment/placed.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import type { Installation } from '../../installation.ts';
import { describedByEngine } from '../described-by-engine.ts';

/** The verdict of an id. Throws `flip.unknown-verdict` where the scenario cannot answer it. */
export async function verdictAsked(
  document: ScenarioDocument,
  { text: id, where }: Placed,
  installation: Installation,
): Promise<VerdictRule> {
  const engine = await loadEngine(installation.engineUrl.href);
  const { metrics } = await describedByEngine(installation, engine, document);
  const { ticks } = document.spec;
  const answered = verdicts.filter((each) => canAnswer(each, { metrics, ticks }));
  const rule = answered.find((each) => each.id === id);
  if (rule !== undefined) return rule;
  const tooShort = verdicts.some((each) => each.id === id && each.days > ticks);
  throw new StudioError({
    code: 'flip.unknown-verdict',
    message: tooShort
      ? `The run of ${ticks} days is too short for the verdict "${id}".`
      : `The scenario has no verdict "${id.slice(0, 60)}".`,
    hint: suggestion(
      id,
      answered.map((each) => each.id),
    ),
    where,
  });
}
