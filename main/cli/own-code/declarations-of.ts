import type { Declaration } from '../../../sim-core/contract/extension.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { userFolder } from '../../ports/user-folder.ts';
import type { Installation } from '../../services/installation.ts';
import { inOwnThread } from '../../services/own-code/in-own-thread.ts';
import { codeIn, type Project } from '../../services/own-code/modules.ts';
import { untrusted } from '../../services/own-code/trust.ts';
import { Refusal } from '../../services/refusal.ts';
import { fromUser } from '../places.ts';

/** What mechanisms a project declares. Its code runs for that, so it has to be trusted: throws a `Refusal` where not. */
export async function declarationsOf(
  { folder, code }: Project,
  installation: Installation,
): Promise<readonly Declaration[]> {
  const problems = await untrusted(nodeFiles, userFolder(), code, folder);
  if (problems.length > 0) throw new Refusal(problems);
  return await inOwnThread(installation, code, ({ loaded }) => loaded);
}

/** The same for a project folder that a person names; none where they name none. */
export async function ownDeclarations(
  project: string | undefined,
  installation: Installation,
): Promise<readonly Declaration[]> {
  if (project === undefined) return [];
  const folder = fromUser(project);
  const code = await codeIn(nodeFiles, folder);
  return code.length === 0 ? [] : await declarationsOf({ folder, code }, installation);
}
