/** The worker thread. */
import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { createEndpoint } from './endpoint.ts';
import { isolatedEngine } from './isolated-engine.ts';
import { transferProblems } from './problem-transfer.ts';

if (parentPort === null) throw new Error('this file is a worker thread: it is started by spawn-node.ts');
transferProblems();
expose(createEndpoint(isolatedEngine), nodeEndpoint(parentPort));
