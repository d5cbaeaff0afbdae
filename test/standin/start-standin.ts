import { createLocalChain, type LocalChain } from './chain/local-chain.ts';
import { createFaults, type Faults } from './faults.ts';
import { answerQuery } from './hub/answer-query.ts';
import { ingest } from './ingest/ingest.ts';
import { networks } from './networks.ts';
import { sha256Text } from './protocol/bytes.ts';
import { receiptSigner } from './protocol/receipts.ts';
import { Refusal } from './refusal.ts';
import { createRelayer, type Relayer } from './relayer.ts';
import { jsonReply, type Reply } from './reply.ts';
import { rpc } from './rpc.ts';
import { type Answer, type DoorWay, serve } from './serve.ts';
import type { SpaceRow, SpaceSettings, Store } from './store.ts';
import { tally } from './tally.ts';
import type { World } from './world.ts';
import { documentedOptions } from './writers/space-limits.ts';

/** A sequencer, a hub, a relayer and nodes on loopback, that a test can look into and make fail. */
export interface Standin {
  readonly sequencerUrl: string;
  readonly hubUrl: string;
  readonly relayerUrl: string;
  rpcUrl(network: string): string;
  readonly store: Store;
  readonly faults: Faults;
  readonly world: World;
  /** Bodies that were posted to the sequencer, oldest first, letter by letter. */
  readonly posted: readonly string[];
  readonly relayer: Relayer;
  chain(network: string): LocalChain;
  /** Adds a space, or sets it anew. Ids are kept in lower case, as the server keeps them. */
  addSpace(id: string, settings: SpaceSettings, state?: Partial<Omit<SpaceRow, 'id' | 'settings'>>): SpaceRow;
  /** Voting power of an address in a space: one number for each strategy; without one it has none. */
  givePower(space: string, address: string, powers: readonly number[]): void;
  /** Sets the server's clock to `ms` since 1970, standing still; undefined lets it run with this computer's. */
  setClock(ms: number | undefined): void;
  /** Sets the running clock ahead of this computer's by `ms`. */
  skewClock(ms: number): void;
  close(): Promise<void>;
}

/** Newest block of each network that the stand-in has a chain for. */
const heads: Readonly<Record<string, number>> = { '1': 22_000_000, '11155111': 8_000_000, '137': 70_000_000 };

export async function startStandin(environment: 'mainnet' | 'testnet' = 'mainnet'): Promise<Standin> {
  let clock: () => number = Date.now;
  const powers = new Map<string, readonly number[]>();
  const chains = new Map<string, LocalChain>();
  for (const [network, head] of Object.entries(heads))
    chains.set(network, await createLocalChain(network, head));
  const store: Store = {
    spaces: new Map(),
    options: new Map(documentedOptions),
    networks,
    messages: [],
    proposals: [],
    votes: [],
    aliases: [],
  };
  const world: World = {
    environment,
    store,
    chains,
    now: () => clock(),
    powers: (space, address, strategies) =>
      powers.get(powerKey(space, address)) ?? Array.from({ length: strategies }, () => 0),
    validations: new Map(),
    strategies: new Map([
      ['erc20-balance-of', {}],
      ['whitelist', {}],
      ['ticket', {}],
      ['delegation', { override: true }],
    ]),
    flaggedAddresses: new Set(),
    flaggedLinks: new Set(),
    maliciousLinks: new Set(),
  };
  const posted: string[] = [];
  const relayer = createRelayer(world);
  const faults = createFaults();
  const server = serve(
    new Map<string, DoorWay>([
      ['', { door: 'sequencer', answer: sequencer(world, posted) }],
      ['scores', { door: 'sequencer', answer: scores(world) }],
      ['graphql', { door: 'hub', answer: async (body) => answerQuery(body, world) }],
      ['relayer', { door: 'relayer', answer: async (body) => relayer.take(body) }],
      ['rpc', { door: 'rpc', answer: (body, network) => rpc(network, body, world) }],
    ]),
    faults,
    () => clock(),
  );
  const origin = await listen(server);
  return {
    sequencerUrl: `${origin}/`,
    hubUrl: `${origin}/graphql`,
    relayerUrl: `${origin}/relayer`,
    rpcUrl: (network) => `${origin}/rpc/${network}`,
    store,
    faults,
    world,
    posted,
    relayer,
    chain(network) {
      const chain = chains.get(network);
      if (chain === undefined) throw new Error(`no chain for network ${network}`);
      return chain;
    },
    addSpace(id, settings, state = {}) {
      const usual = { verified: false, flagged: false, hibernated: false, turbo: false, deleted: false };
      const row = { id: id.toLowerCase(), settings, ...usual, created: 1_600_000_000, ...state };
      store.spaces.set(row.id, row);
      return row;
    },
    givePower: (space, address, given) => void powers.set(powerKey(space, address), given),
    setClock(ms) {
      clock = ms === undefined ? Date.now : () => ms;
    },
    skewClock(ms) {
      clock = () => Date.now() + ms;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const powerKey = (space: string, address: string): string => `${space} ${address}`.toLowerCase();

/** Takes messages in, never the same body twice at once. */
function sequencer(world: World, posted: string[]): Answer {
  const underWay = new Set<string>();
  return async (body, _path, method) => {
    if (method === 'GET') return aboutSequencer(world);
    posted.push(JSON.stringify(body));
    const key = sha256Text(JSON.stringify(body));
    if (underWay.has(key)) throw new Refusal('request already being processed', 425);
    underWay.add(key);
    try {
      return jsonReply(await ingest(body, world));
    } finally {
      // Over the body as it is by now, as the server does: one that came with EIP712Domain never gets out again.
      underWay.delete(sha256Text(JSON.stringify(body)));
    }
  };
}

const aboutSequencer = ({ environment }: World): Reply =>
  jsonReply({
    name: 'snapshot-sequencer',
    SNAPSHOT_ENV: environment,
    version: 'stand-in',
    relayer: receiptSigner,
  });

const scores =
  (world: World): Answer =>
  async (_body, id) => {
    const proposal = world.store.proposals.find((row) => row.id === id);
    return jsonReply({ result: proposal === undefined ? false : tally(proposal, world) });
  };

function listen(server: ReturnType<typeof serve>): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no address');
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}
