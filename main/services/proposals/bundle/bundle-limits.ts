/** What a bundle may ask of the machine that opens it. Far above any honest one. */
export const bundleLimits = {
  /** Of the whole file. */
  bytes: 64 * 1024 * 1024,
  blocks: 4096,
  /** Of one block: what nodes of IPFS pass on. */
  blockBytes: 1024 * 1024,
  /** Of the block that names all others. */
  rootBytes: 512 * 1024,
  /** Files of one scenario, and modules. */
  files: 201,
  /** Seeds of the manifest. */
  seeds: 10_000,
} as const;
