/**
 * The engine bundle: the same bytes in the browser, Node and Electron; their sha256 is the engine id. What it exports is
 * `Engine` of the contract.
 */
import { describe, describeBreakdown, fold as foldDescribed } from './analysis/fold.ts';
import { assemble, breakdownsOf, type Known, metricsOf, shipped } from './assemble.ts';
import type { Engine, Simulator } from './contract/engine.ts';
import { toProblem } from './contract/errors.ts';
import type { Example, Mechanism } from './contract/mechanism.ts';
import { extended } from './extended.ts';
import { canonicalJson, digestOf } from './kernel/canonical.ts';
import { run } from './kernel/run.ts';
import { kit } from './kit.ts';
import { verdicts } from './metrics/verdicts.ts';
import { differences } from './stage.ts';

const simulatorOf = (known: Known): Simulator => {
  const describedOf: Simulator['describedOf'] = (spec) => ({
    metrics: metricsOf(spec, known).map(describe),
    breakdowns: breakdownsOf(spec, known).map(describeBreakdown),
  });
  return {
    describedOf,
    simulate: (spec, seed, checkpoint) =>
      run(assemble(spec, known), { seed, ticks: spec.ticks, ...(checkpoint ? { checkpoint } : {}) }),
    fold: (spec, seeds, results, failures, described = describedOf(spec)) =>
      foldDescribed({ ...described, verdicts }, spec, seeds, results, failures),
    specDigest: (spec) => digestOf(canonicalJson(spec)),
  };
};

export const { describedOf, simulate, fold, specDigest } = simulatorOf(shipped);

export const extend: Engine['extend'] = (modules) => {
  // Each run and each example asks the modules anew: what a function of theirs keeps beside `state` would reach the next one, and
  // what a seed comes to would depend on the seeds that its worker had before.
  const asked = () => extended(shipped, modules, kit);
  const { own, declarations, ...known } = asked();
  const performed = () =>
    own.flatMap(({ id, examples }, at) =>
      examples.map((example) => {
        // Twice: what stands beside the functions of a module outlasts a run, and shows the second time.
        const [first = [], second = []] = [0, 1].map(() => differencesAt(asked().own[at], example));
        const kept = first.length === 0 && second.length > 0 ? [outlasting] : [];
        return {
          mechanism: id,
          says: example.says,
          differences: [...kept, ...(kept.length > 0 ? second : first)],
        };
      }),
    );
  return {
    ...simulatorOf(known),
    simulate: (spec, seed, checkpoint) => simulatorOf(asked()).simulate(spec, seed, checkpoint),
    declarations,
    performed,
  };
};

const outlasting =
  'differs only when it is performed again: what a rule remembers belongs into `state`, or runs are not repeatable';

/** An example that cannot be performed to its end differs by why. */
function differencesAt(mechanism: Mechanism | undefined, example: Example): readonly string[] {
  try {
    return mechanism === undefined ? [] : differences(mechanism, example);
  } catch (error) {
    return [`stopped: ${toProblem(error).message}`];
  }
}
