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
