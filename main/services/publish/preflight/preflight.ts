import type { ProposalDraft } from '../../../api/publish/draft.ts';
import type { Finding } from '../../../api/publish/finding.ts';
import type { KnownFacts } from '../../../api/publish/known.ts';
import type { TypedData } from '../../../api/publish/typed-data.ts';
import { type ProposalMessage, proposalMessage } from '../message/proposal-message.ts';
import { typedDataOf } from '../message/typed-data-of.ts';
import type { PreflightFacts, Target } from './facts.ts';
import type { PreflightRule } from './rule.ts';
import { preflightRules } from './rules.ts';
import { scheduleOf } from './schedule.ts';

/** A draft at a moment, with all that is known around it. `now` is in seconds since 1970. */
export interface PreflightInput {
  readonly draft: ProposalDraft;
  readonly known: KnownFacts;
  readonly target: Target;
  readonly now: number;
  readonly signer?: string;
}

/** What the rules look at: the draft's message, scheduled for `now`. */
export function factsOf({ draft, known, target, now, signer }: PreflightInput): PreflightFacts {
  const space = known.space ?? undefined;
  const message = proposalMessage(draft, scheduleOf(draft, space, now));
  return {
    message,
    data: typedDataOf('proposal', message),
    blockGiven: draft.block !== undefined,
    ...{ known, space, target, now },
    ...(signer === undefined ? {} : { signer }),
  };
}

/** What the rules look at of a message that was prepared before. */
export const factsOfKept = (
  data: TypedData,
  message: ProposalMessage,
  { known, target, now }: Omit<PreflightInput, 'draft'>,
): PreflightFacts => ({
  ...{ message, data, known, target, now },
  blockGiven: message.snapshot > 0,
  space: known.space ?? undefined,
});

/** Every rule that is broken, or that could not be checked, in the order of the rules. */
export const preflight = (
  facts: PreflightFacts,
  rules: readonly PreflightRule[] = preflightRules,
): readonly Finding[] => rules.flatMap((rule) => findingOf(rule, facts));

function findingOf({ id, server, fix, check }: PreflightRule, facts: PreflightFacts): readonly Finding[] {
  const objection = check(facts);
  if (objection === undefined) return [];
  return [
    {
      rule: id,
      standing: objection.unknown ? 'unknown' : 'refused',
      message: objection.message,
      value: String(objection.value) || 'empty',
      fix: objection.fix ?? fix,
      ...(server === undefined ? {} : { server }),
    },
  ];
}

/** True where nothing stands against signing; what is unknown is the server's to judge. */
export const mayBeSigned = (findings: readonly Finding[]): boolean =>
  findings.every(({ standing }) => standing !== 'refused');
