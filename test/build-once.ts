// The tests under test/ drive the studio as it is shipped, so it is built first, once for all of them.
import { build } from '../scripts/build.mjs';

export default async function buildOnce(): Promise<void> {
  await build(['engine', 'cli', 'renderer', 'electron']);
}
