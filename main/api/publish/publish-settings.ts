/** The public servers of Snapshot, and those of its test network. */
export const publicServers = {
  mainnet: { sequencer: 'https://seq.snapshot.org', hub: 'https://hub.snapshot.org/graphql' },
  testnet: { sequencer: 'https://testnet.seq.snapshot.org', hub: 'https://testnet.hub.snapshot.org/graphql' },
} as const;

/** The servers that publishing asks, when the person publishes. */
export interface PublishSettings {
  /** Takes signed proposals. */
  readonly sequencer: string;
  /** Tells of spaces and proposals: GraphQL. */
  readonly hub: string;
  /** Takes what a Safe signed on the chain. */
  readonly relayer?: string;
  /** A JSON-RPC address of the space's network: tells its newest block. */
  readonly rpc?: string;
}
