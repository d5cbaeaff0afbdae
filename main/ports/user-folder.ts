import { homedir } from 'node:os';
import path from 'node:path';

/** The project of a person who has not chosen one: a folder where each system keeps a person's own work. */
export const usualProject = (home = homedir()): string => path.join(home, 'DePIN Studio');

/** Where a program keeps what belongs to the person and not to a project, as each system has it. */
export function userFolder(
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process,
  home = homedir(),
): string {
  const usual: Partial<Record<NodeJS.Platform, string>> = {
    win32: env.APPDATA ?? path.join(home, 'AppData', 'Roaming'),
    darwin: path.join(home, 'Library', 'Application Support'),
  };
  const own = env.DEPIN_STUDIO_HOME;
  if (own) return path.resolve(own);
  return path.join(usual[platform] ?? env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'depin-studio');
}
