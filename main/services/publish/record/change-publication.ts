import type { ProposalDraft } from '../../../api/publish/draft.ts';
import type { KnownFacts } from '../../../api/publish/known.ts';
import type { ProposalStatus } from '../../../api/publish/proposal-status.ts';
import { checksummed, proposalMessage } from '../message/proposal-message.ts';
import { typedDataOf } from '../message/typed-data-of.ts';
import { cancelFindings, updateFindings } from '../preflight/change-rules.ts';
import { factsOfKept, preflight } from '../preflight/preflight.ts';
import { type PublishSettings, targetOf } from '../settings/publish-settings.ts';
import { preparePublication } from './prepare-publication.ts';
import type { ReadyPublication } from './ready-publication.ts';

/** What a change starts from. `now` is in seconds since 1970. */
export interface ChangeInput {
  readonly existing: ProposalStatus;
  readonly known: KnownFacts;
  readonly settings: PublishSettings;
  readonly now: number;
}

/** An update of a published proposal to what a draft says now: its text, choices, labels and links; its times and block stay. */
export function updatePublication(
  draft: ProposalDraft,
  { existing, known, settings, now }: ChangeInput,
): ReadyPublication {
  const { start, end, block } = existing;
  const message = proposalMessage({ ...draft, block }, { timestamp: now, start, end });
  const { from, space, timestamp, type, title, body, discussion, choices, labels, plugins, privacy } =
    message;
  const data = typedDataOf('update', {
    proposal: existing.id,
    ...{ from, space, timestamp, type, title, body, discussion, choices, labels, plugins, privacy },
  });
  const target = targetOf(settings.sequencer);
  const ofText = preflight(factsOfKept(data, message, { known, target, now }));
  const change = { existing, space: known.space ?? undefined, from, now, type };
  return {
    publication: preparePublication('update', data, settings, existing.id),
    findings: updateFindings(ofText, change),
  };
}

/** The cancellation of a published proposal, by its author, a moderator or an admin. */
export function cancelPublication(
  from: string,
  { existing, known, settings, now }: ChangeInput,
): ReadyPublication {
  const author = checksummed(from);
  const data = typedDataOf('cancel', {
    from: author,
    space: existing.space,
    timestamp: now,
    proposal: existing.id,
  });
  return {
    publication: preparePublication('cancel', data, settings, existing.id),
    findings: cancelFindings({ existing, space: known.space ?? undefined, from: author, now }),
  };
}
