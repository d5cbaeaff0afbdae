import { toProblem } from '../../sim-core/contract/errors.ts';
import { refreshProject } from './project.ts';
import type { Store } from './store.ts';
import type { Connection, Studio } from './studio.ts';

/** Milliseconds between two looks: soon enough for who saves a file elsewhere and looks here. */
const interval = 2000;

/**
 * Asks the studio's process now and then whether files of the project have changed, and has what changed read again. Where it does
 * not answer, it is asked on until it does: what the page holds is kept.
 */
export function watchProject(studio: Studio, connection: Store<Connection>): () => void {
  let revision: string | undefined;
  let timer: ReturnType<typeof setTimeout>;
  const look = async (): Promise<void> => {
    try {
      const now = (await studio.client.call('projects.revision', {})).revision;
      const lost = connection.get() === 'lost';
      connection.set('there');
      if (lost || (revision !== undefined && revision !== now)) await refreshProject(studio);
      revision = now;
    } catch (error) {
      if (toProblem(error).code === 'server.unreachable') connection.set('lost');
    }
    timer = setTimeout(next, interval);
  };
  /** A page that nobody sees need not look. */
  const next = (): void => {
    if (document.visibilityState === 'hidden') timer = setTimeout(next, interval);
    else void look();
  };
  next();
  return () => clearTimeout(timer);
}
