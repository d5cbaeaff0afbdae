import type { ComposeAsked } from '../../../main/api/proposals/proposals-api.ts';
import type { CompareState } from '../compare/compare-state.ts';
import type { Side } from '../compare/side.ts';

/** Runs that may be made for what the result rests on; more is asked for in Explore, whose results the draft takes over. */
const usualBudget = 0;

/** The proposal that the comparison in hand is about: the side that is looked at against the base; undefined where a text is missing. */
export function proposalFrom({ sides, against, comparing }: CompareState): ComposeAsked | undefined {
  const [base, other] = [sides.get()[0], sides.get()[against.get()]];
  if (base === undefined || other === undefined) return undefined;
  if (base.text === undefined || other.text === undefined) return undefined;
  const seeds = comparing.state.get()?.runs[0]?.request.seeds.length ?? 0;
  if (seeds === 0) return undefined;
  return { base: givenOf(base), proposal: givenOf(other), seeds, budget: usualBudget };
}

/** What stands on disk is read there: its evidence then names what others have too. */
const givenOf = ({ kind, scenario, text }: Side) =>
  kind === 'disk' || text === undefined ? { scenario } : { scenario, text };
