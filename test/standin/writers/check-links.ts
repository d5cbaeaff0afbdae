import type { World } from '../world.ts';

const link = /(?:https?:\/\/)?[^\s<>()]+?\.[a-zA-Z]{2,}(?:\/[^\s<>()]*)?/g;

/** True where a text names a link that the link scanner knows as malicious. */
export const isMalicious = (text: string, { maliciousLinks }: World): boolean =>
  (text.match(link) ?? []).some((found) => maliciousLinks.has(found));

/** True where a body holds a link that moderators flagged: it is published all the same, but hidden. */
export const hasFlaggedLink = (body: string, { flaggedLinks }: World): boolean =>
  [...flaggedLinks].some((flagged) =>
    body.toLowerCase().includes(flagged.replace(/^https?:\/\//, '').toLowerCase()),
  );
