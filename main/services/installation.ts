import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the parts of the studio are, from the folder that holds its package.json. */
export interface Installation {
  readonly manifest: string;
  /** Each folder in it is a scenario. */
  readonly scenarios: string;
  /** The built page. */
  readonly page: string;
  /** The engine bundle, and the file that states its id. */
  readonly engineUrl: URL;
  readonly engineId: string;
  /** The folder of engines by their hashes: that of this build, and any that were put beside it. */
  readonly engines: string;
  /** The built worker thread. */
  readonly workerUrl: URL;
}

export function installationIn(root: string): Installation {
  const within = (...parts: string[]) => path.join(root, ...parts);
  return {
    manifest: within('package.json'),
    scenarios: within('scenarios'),
    page: within('dist', 'renderer'),
    engineUrl: pathToFileURL(within('dist', 'engine', 'engine.js')),
    engineId: within('dist', 'engine', 'engine.json'),
    engines: within('dist', 'engine', 'by-hash'),
    workerUrl: pathToFileURL(within('dist', 'cli', 'worker.js')),
  };
}
