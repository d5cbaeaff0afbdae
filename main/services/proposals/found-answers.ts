import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { Files } from '../../ports/files.ts';
import { keptJobs, keptResult } from '../jobs/job-folder.ts';
import type { JobScenarios } from '../jobs/job-scenarios.ts';
import type { ComposeTools } from './compose/compose-proposal.ts';

interface FoundParts {
  readonly files: Files;
  readonly project: string;
  readonly scenarios: Pick<JobScenarios, 'kept'>;
  /** The specs that an answer may be of, by their digests, and what is said of it then. */
  readonly digests: ReadonlyMap<string, string>;
  readonly specDigest: (document: ScenarioDocument) => string;
}

/** The latest answers that finished experiments of the project have for one of these scenarios. */
export async function foundAnswers(parts: FoundParts): Promise<NonNullable<ComposeTools['found']>> {
  const { files, project } = parts;
  const jobs = (await keptJobs(files, project))
    .filter(({ kind, state }) => state === 'done' && (kind === 'sensitivity' || kind === 'flip'))
    .sort((a, b) => b.startedAt - a.startedAt);
  let found: NonNullable<ComposeTools['found']> = {};
  for (const { id, kind } of jobs) {
    if (kind === 'flip' ? found.flip !== undefined : found.rests !== undefined) continue;
    const of = await saysOf(parts, id);
    if (of === undefined) continue;
    const result = await keptResult(files, project, id);
    if (result?.kind === 'sensitivity') found = { ...found, rests: result, restsOf: of };
    if (result?.kind === 'flip') found = { ...found, flip: result, flipOf: of };
  }
  return found;
}

async function saysOf(
  { scenarios, project, digests, specDigest }: FoundParts,
  id: string,
): Promise<string | undefined> {
  try {
    return digests.get(specDigest(await scenarios.kept(project, id)));
  } catch {
    // Its scenario is gone or broken: nobody can tell what it was an answer to.
    return undefined;
  }
}
