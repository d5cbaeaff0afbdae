/** What `bundled-simulator.ts` puts into one file: the parts of the engine that run an adapted model. */
export { assemble } from '../../sim-core/assemble.ts';
export { specDigest } from '../../sim-core/engine.ts';
export { run } from '../../sim-core/kernel/run.ts';
