/** What evidence tells people to type. A proposal with another line was not written by this release. */
export const verifyLine = 'depin-studio verify proposal.md';
