import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { Files } from '../../ports/files.ts';
import { keptJobs, keptResult } from '../jobs/job-folder.ts';
import type { JobScenarios } from '../jobs/job-scenarios.ts';
import type { ComposeTools } from './compose/compose-proposal.ts';

interface FoundParts {
  readonly files: Files;
  readonly project: string;
  readonly scenarios: Pick<JobScenarios, 'kept'>;
  /** Of the specs that an answer may be of. */
  readonly digests: ReadonlySet<string>;
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
    if (!(await isOf(parts, id))) continue;
    const result = await keptResult(files, project, id);
    if (result?.kind === 'sensitivity') found = { ...found, rests: result };
    if (result?.kind === 'flip') found = { ...found, flip: result };
  }
  return found;
}

async function isOf({ scenarios, project, digests, specDigest }: FoundParts, id: string): Promise<boolean> {
  try {
    return digests.has(specDigest(await scenarios.kept(project, id)));
  } catch {
    // Its scenario is gone or broken: nobody can tell what it was an answer to.
    return false;
  }
}
