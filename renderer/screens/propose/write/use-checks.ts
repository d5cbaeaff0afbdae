import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Check, type CheckedAgainst, checksOf } from '../../../state/proposals/checks.ts';
import type { OpenProposal } from '../../../state/proposals/editing.ts';
import { openedScenario, studioInfo } from '../../../state/scenario-queries.ts';
import { useStore } from '../../../state/store.ts';
import type { Studio } from '../../../state/studio.ts';
import { useStudio } from '../../../state/studio-context.tsx';

/** A space that is no turbo one takes so much. */
const bodyLimit = 10_000;

/** What is wrong with a text, held against the scenarios that are here now. */
export function useChecks({ key }: OpenProposal, text: string, most = bodyLimit): readonly Check[] {
  const studio = useStudio();
  const drafts = useStore(studio.drafts.all);
  const base = /^base\s+([a-z0-9/-]+)@/m.exec(text)?.[1];
  const { data: facts } = useQuery({
    queryKey: ['proposal-facts', key, base, proposedIn(studio, key, drafts)],
    queryFn: () => factsOf(studio, key, base),
  });
  return useMemo(() => checksOf(text, { bodyLimit: most, ...facts }), [text, facts, most]);
}

/** The edited text of the scenario that a draft proposes. */
const proposedIn = (
  { proposals }: Studio,
  key: string,
  drafts: ReturnType<Studio['drafts']['all']['get']>,
): string | undefined => {
  const proposal = proposals.origins.of(key)?.asked.proposal;
  return proposal === undefined ? undefined : drafts.get(proposal.scenario)?.good.text;
};

async function factsOf(
  studio: Studio,
  key: string,
  base: string | undefined,
): Promise<Omit<CheckedAgainst, 'bodyLimit'>> {
  const { client, queries, preview, drafts, proposals } = studio;
  const { engineId } = await queries.fetchQuery(studioInfo(client));
  const origin = proposals.origins.of(key);
  const proposed = origin === undefined ? undefined : drafts.all.get().get(origin.asked.proposal.scenario);
  const now = proposed === undefined ? undefined : await preview.specDigest(proposed.good.spec);
  // A draft that is as on disk again is no edit of what was proposed: there is nothing to hold it against.
  const edited = proposed !== undefined && proposed.text !== proposed.opened.text;
  return {
    engineId,
    ...(base === undefined ? {} : { baseDigest: await baseDigest(studio, base) }),
    ...(edited && now !== undefined ? { stale: now !== origin?.specDigest } : {}),
  };
}

async function baseDigest({ client, queries, preview }: Studio, base: string): Promise<string> {
  try {
    const { spec } = await queries.fetchQuery({ ...openedScenario(client, base), staleTime: 1000 });
    return await preview.specDigest(spec);
  } catch {
    return 'missing';
  }
}
