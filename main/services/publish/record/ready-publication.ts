import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { Finding } from '../../../api/publish/finding.ts';
import { proposalIn } from '../message/message-in.ts';
import type { ProposalMessage } from '../message/proposal-message.ts';
import { factsOf, factsOfKept, mayBeSigned, type PreflightInput, preflight } from '../preflight/preflight.ts';
import type { PublishSettings } from '../settings/publish-settings.ts';
import { preparePublication } from './prepare-publication.ts';
import type { Publication } from './publication.ts';

/** A publication that stands for a draft now, and what the rules say of it. */
export interface ReadyPublication {
  readonly publication: Publication;
  readonly findings: readonly Finding[];
}

/**
 * What a draft is published by: what was signed for it before, as long as a server would still take it and the draft says the same;
 * else a new message of this moment. Throws `publish.already` where it is published, and `publish.in-doubt` where an older text of
 * it may be. `sharedBefore`: others may be signing what was prepared, so that an unchanged draft keeps its message.
 */
export function readyPublication(
  input: PreflightInput,
  kept: Publication | undefined,
  settings: PublishSettings,
  { sharedBefore = false }: { readonly sharedBefore?: boolean } = {},
): ReadyPublication {
  const facts = factsOf(input);
  const before = kept === undefined ? undefined : proposalIn(kept.data);
  requireUnpublished(kept);
  const signedOrShared = kept?.signature !== undefined || (sharedBefore && kept?.state === 'prepared');
  if (kept !== undefined && signedOrShared && before !== undefined && kept.state !== 'refused') {
    const findings = preflight(factsOfKept(kept.data, before, input));
    const taken = findings.every(({ rule }) => rule !== 'timestamp.window');
    const same = saysTheSame(before, facts.message, facts.blockGiven);
    if (taken && same) return { publication: kept, findings };
    if (taken && kept.state === 'sent') throw inDoubt(kept);
  }
  return { publication: preparePublication('proposal', facts.data, settings), findings: preflight(facts) };
}

/** Throws `publish.already` where the record says that it is published. */
export function requireUnpublished(kept: Publication | undefined): void {
  if (kept?.state === 'published') throw already(kept);
}

/** Throws `publish.not-ready` with the first rule that is broken. */
export function requireReady({ findings }: ReadyPublication): void {
  if (mayBeSigned(findings)) return;
  const [first, ...more] = findings.filter(({ standing }) => standing === 'refused');
  if (first === undefined) return;
  throw new StudioError({
    code: 'publish.not-ready',
    message: `${first.message} (${first.value})${more.length === 0 ? '' : ` And ${more.length} more.`}`,
    hint: first.fix,
    where: first.rule,
  });
}

/** Whatever a person wrote: times follow from the moment, and a block that is not given again is the one of before. */
function saysTheSame(before: ProposalMessage, now: ProposalMessage, blockGiven: boolean): boolean {
  const written = ({ timestamp: _t, start: _s, end: _e, snapshot, ...rest }: ProposalMessage) =>
    JSON.stringify({ ...rest, snapshot: blockGiven ? snapshot : 0 });
  return written(before) === written(now);
}

const already = ({ id }: Publication): StudioError =>
  new StudioError({
    code: 'publish.already',
    message: `This draft is published already, as ${id}.`,
    hint: 'Follow it; before voting starts its text can be updated, and it can be cancelled.',
  });

const inDoubt = ({ id }: Publication): StudioError =>
  new StudioError({
    code: 'publish.in-doubt',
    message: `An earlier text of this draft was sent, and may be published as ${id}: its reply was lost.`,
    hint: 'Send that one again to learn what became of it, or wait six days.',
  });
