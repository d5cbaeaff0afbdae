import type { Json, JsonObject } from './json.ts';

/** The tables of the sequencer and the hub: what was taken in, as it is kept. Times are Unix seconds. */
export interface Store {
  /** By id in lower case. */
  readonly spaces: Map<string, SpaceRow>;
  readonly options: Map<string, string>;
  readonly networks: readonly NetworkRow[];
  readonly messages: MessageRow[];
  readonly proposals: ProposalRow[];
  readonly votes: VoteRow[];
  readonly aliases: AliasRow[];
}

/** What a space's admins set; only what the rules read is named. */
export interface SpaceSettings {
  readonly name: string;
  readonly network: string;
  readonly symbol?: string;
  readonly strategies: readonly Strategy[];
  readonly admins?: readonly string[];
  readonly moderators?: readonly string[];
  readonly members?: readonly string[];
  readonly filters?: { readonly minScore?: number; readonly onlyMembers?: boolean };
  readonly validation?: Validation;
  readonly voteValidation?: Validation;
  readonly voting?: Voting;
  readonly plugins?: JsonObject;
  readonly [setting: string]: unknown;
}
export interface Strategy {
  readonly name: string;
  readonly network?: string;
  readonly params?: JsonObject;
}
export interface Validation {
  readonly name: string;
  readonly params?: JsonObject;
}
export interface Voting {
  readonly delay?: number;
  readonly period?: number;
  readonly type?: string;
  readonly quorum?: number;
  readonly quorumType?: string;
  readonly privacy?: string;
  readonly [setting: string]: unknown;
}

export interface SpaceRow {
  readonly id: string;
  settings: SpaceSettings;
  verified: boolean;
  flagged: boolean;
  hibernated: boolean;
  turbo: boolean;
  deleted: boolean;
  readonly created: number;
}

export interface NetworkRow {
  readonly id: string;
  readonly name: string;
  readonly premium: boolean;
  readonly testnet: boolean;
  /** The first block that a proposal may name. */
  readonly start: number;
}

export interface MessageRow {
  readonly mci: number;
  readonly id: string;
  readonly ipfs: string;
  readonly address: string;
  readonly version: string;
  readonly timestamp: number;
  readonly space: string;
  readonly type: string;
  readonly sig: string;
  readonly receipt: string;
}

export interface ProposalRow {
  readonly id: string;
  ipfs: string;
  readonly author: string;
  readonly created: number;
  updated: number | null;
  readonly space: string;
  readonly network: string;
  readonly symbol: string;
  type: string;
  readonly strategies: readonly Strategy[];
  readonly validation: Validation | null;
  plugins: Json;
  title: string;
  body: string;
  discussion: string;
  choices: readonly string[];
  labels: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly quorum: number;
  readonly quorumType: string;
  privacy: string;
  readonly snapshot: number;
  readonly app: string;
  scores: readonly number[];
  scoresByStrategy: readonly (readonly number[])[];
  scoresState: string;
  scoresTotal: number;
  scoresUpdated: number;
  votes: number;
  flagged: boolean;
}

export interface VoteRow {
  id: string;
  ipfs: string;
  readonly voter: string;
  created: number;
  readonly space: string;
  readonly proposal: string;
  choice: Json;
  metadata: Json;
  reason: string;
  app: string;
  vp: number;
  vpByStrategy: readonly number[];
}

export interface AliasRow {
  id: string;
  ipfs: string;
  readonly address: string;
  readonly alias: string;
  created: number;
}

/** A space as the rules see it; deleted ones are not there. Ids are compared without case, as the database does. */
export function findSpace({ spaces }: Store, id: string): SpaceRow | undefined {
  const row = spaces.get(id.toLowerCase());
  return row?.deleted === false ? row : undefined;
}

export const findProposal = ({ proposals }: Store, space: string, id: unknown): ProposalRow | undefined =>
  proposals.find((row) => row.id === id && sameSpace(row.space, space));

export const sameSpace = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
