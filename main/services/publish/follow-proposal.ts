import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { ProposalStatus, VoteView } from '../../api/publish/proposal-status.ts';
import { choiceWords } from './hub/choice-words.ts';
import { hubAt } from './hub/hub.ts';
import type { HubDoor } from './hub/hub-request.ts';

/** How a published proposal stands. Throws `proposal.bad-id`, `proposal.not-there`, `hub.*`, `web.*`. */
export async function followProposal(door: HubDoor, id: string): Promise<ProposalStatus> {
  if (!/^0x[0-9a-fA-F]{64}$/.test(id))
    throw new StudioError({
      code: 'proposal.bad-id',
      message: `${JSON.stringify(id.slice(0, 100))} is not the id of a proposal.`,
      hint: 'It is 0x and 64 hexadecimal digits: the end of the address of its page.',
    });
  const found = await hubAt(door).proposal(id.toLowerCase());
  if (found !== null) return found;
  throw new StudioError({
    code: 'proposal.not-there',
    message: `The hub at ${new URL(door.url).host} has no proposal ${id}.`,
    hint: 'It may be cancelled, or be published on another network: name its hub.',
  });
}

/** The votes of most power on a published proposal, at most `count`. Throws as `followProposal` does. */
export async function votesOf(door: HubDoor, id: string, count: number): Promise<readonly VoteView[]> {
  const { results } = await followProposal(door, id);
  const choices = results.map(({ choice }) => choice);
  const votes = await hubAt(door).votes(id.toLowerCase(), count);
  return votes.map(({ choice, ...rest }) => ({ ...rest, choice: choiceWords(choice, choices) }));
}
