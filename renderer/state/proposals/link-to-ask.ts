import { type ProposalLink, proposalLink } from '../../../sim-core/evidence/proposal-link.ts';

/** The link that a person pasted in the place of a text; undefined where it is a text. */
export const linkToAsk = (given: string): ProposalLink | undefined => proposalLink(given);
