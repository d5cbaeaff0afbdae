import type { Files } from '../../ports/files.ts';
import type { LoopbackPages } from '../../ports/loopback-pages.ts';
import type { Vault } from '../../ports/vault.ts';
import type { Web } from '../../ports/web.ts';
import type { Installation } from '../installation.ts';
import type { ProjectKeeper } from '../projects/project-keeper.ts';

/** What publishing stands on. */
export interface PublishParts {
  readonly files: Files;
  readonly web: Web;
  readonly pages: LoopbackPages;
  readonly installation: Installation;
  readonly projects: ProjectKeeper;
  readonly userFolder: string;
  /** Absent where the system offers none. */
  readonly vault?: Vault | undefined;
}
