import type { PreflightRule } from './rule.ts';
import { authorRules } from './rules/author-rules.ts';
import { blockRules } from './rules/block-rules.ts';
import { envelopeRules } from './rules/envelope-rules.ts';
import { forgottenRules } from './rules/forgotten-rules.ts';
import { formatRules } from './rules/format-rules.ts';
import { limitRules } from './rules/limit-rules.ts';
import { spaceRules } from './rules/space-rules.ts';
import { votingRules } from './rules/voting-rules.ts';

/** Every rule of Snapshot's server in its order, then those that it forgets. */
export const preflightRules: readonly PreflightRule[] = [
  ...envelopeRules.before,
  ...spaceRules.identity,
  ...envelopeRules.after,
  ...spaceRules.settings,
  ...formatRules,
  ...votingRules,
  ...authorRules,
  ...blockRules,
  ...limitRules,
  ...forgottenRules,
];
