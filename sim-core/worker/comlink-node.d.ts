/** comlink ships this adapter without types that an ES module import finds. */
declare module 'comlink/dist/esm/node-adapter.mjs' {
  export default function nodeEndpoint(
    port: import('node:worker_threads').MessagePort | import('node:worker_threads').Worker,
  ): import('comlink').Endpoint;
}
