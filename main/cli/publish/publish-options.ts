/** What the command line says of a publication. */
export interface PublishOptions {
  readonly space?: string;
  readonly spaceJson?: string;
  readonly from?: string;
  readonly signer?: string;
  readonly signatures?: string;
  readonly onChain?: boolean;
  readonly sequencer?: string;
  readonly hub?: string;
  readonly relayer?: string;
  readonly rpc?: string;
  readonly title?: string;
  readonly choice: readonly string[];
  readonly label: readonly string[];
  readonly discussion?: string;
  readonly type?: string;
  readonly privacy?: string;
  readonly start?: number;
  readonly period?: number;
  readonly block?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}
