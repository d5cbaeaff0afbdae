import type { Described, Engine } from '../../../sim-core/contract/engine.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { Installation } from '../installation.ts';
import { inOwnThread } from '../own-code/in-own-thread.ts';

/** What a scenario reports; asked of a thread of its own where a project's modules take part. */
export const describedByEngine = async (
  installation: Installation,
  engine: Engine,
  { spec, code = [] }: Pick<ScenarioDocument, 'spec' | 'code'>,
): Promise<Described> =>
  code.length === 0
    ? engine.describedOf(spec)
    : await inOwnThread(installation, code, ({ endpoint }) => endpoint.describedOf(spec));
