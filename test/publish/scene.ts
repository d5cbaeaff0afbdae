import { Wallet } from '@ethersproject/wallet';
import snapshot from '@snapshot-labs/snapshot.js';
import { type Standin, startStandin } from '../standin/start-standin.ts';
import type { SpaceSettings } from '../standin/store.ts';

/** Keys of the tests: worth nothing anywhere. */
export const author = new Wallet(`0x${'11'.repeat(32)}`);
export const admin = new Wallet(`0x${'22'.repeat(32)}`);
export const stranger = new Wallet(`0x${'33'.repeat(32)}`);

/** The server's clock of the tests: 2026-11-23 00:00:00 UTC, in seconds. */
export const now = 1_795_392_000;

/** A space whose members propose, with no more rules than a space must have. */
export const settings: SpaceSettings = {
  name: 'Stand-in DAO',
  network: '1',
  symbol: 'SDAO',
  strategies: [{ name: 'erc20-balance-of', network: '1', params: { symbol: 'SDAO', decimals: 18 } }],
  admins: [admin.address],
  members: [author.address],
  filters: { onlyMembers: true },
};

/** What the client library is given to publish a proposal. */
export interface ProposalMessage {
  from?: string;
  space: string;
  timestamp: number;
  type: 'single-choice' | 'approval' | 'ranked-choice' | 'quadratic' | 'weighted' | 'basic';
  title: string;
  body: string;
  discussion: string;
  choices: string[];
  labels: string[];
  start: number;
  end: number;
  snapshot: number;
  plugins: string;
  privacy: string;
  app: string;
}

/** A proposal that the space of `settings` takes. */
export const proposal = (changed: Partial<ProposalMessage> = {}): ProposalMessage => ({
  space: 'standin.eth',
  timestamp: now,
  type: 'basic',
  title: 'Halve emissions sooner',
  body: 'From 24 months to 18.',
  discussion: '',
  choices: ['For', 'Against', 'Abstain'],
  labels: [],
  start: now + 3600,
  end: now + 3600 + 86_400 * 3,
  snapshot: 21_999_000,
  plugins: '{}',
  privacy: '',
  app: 'depin-studio',
  ...changed,
});

/** What the server answers a message that it took. */
export interface Receipt {
  readonly id: string;
  readonly ipfs: string;
  readonly relayer: { readonly address: string; readonly receipt: string };
}

/** A stand-in with the space `standin.eth`, its clock standing at `now`. */
export async function openScene(changed: Partial<SpaceSettings> = {}): Promise<Standin> {
  const standin = await startStandin();
  standin.setClock(now * 1000);
  standin.addSpace('standin.eth', { ...settings, ...changed });
  return standin;
}

export const clientOf = (standin: Standin) =>
  new snapshot.Client712(standin.sequencerUrl, { relayerURL: standin.relayerUrl });

/** Publishes through the official client and returns the answer, or the text of the refusal. */
export async function publish(
  standin: Standin,
  message: ProposalMessage = proposal(),
  wallet: Wallet = author,
): Promise<string | Receipt> {
  return outcomeOf(clientOf(standin).proposal(wallet, wallet.address, { ...message }));
}

/** The answer of the official client, or the text that the server refused with. */
export async function outcomeOf(sent: Promise<unknown>): Promise<string | Receipt> {
  try {
    return readReceipt(await sent);
  } catch (refused) {
    return readRefusal(refused);
  }
}

function readReceipt(value: unknown): Receipt {
  if (typeof value !== 'object' || value === null || !('id' in value)) throw new Error('no receipt');
  // The shape is what the tests of the envelope hold it to.
  return value as Receipt;
}

function readRefusal(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('error_description' in value)) throw value;
  return typeof value.error_description === 'string'
    ? value.error_description
    : JSON.stringify(value.error_description);
}

/** The id of a message that was taken; fails with the refusal otherwise. */
export function idOf(outcome: string | Receipt): string {
  if (typeof outcome === 'string') throw new Error(`refused: ${outcome}`);
  return outcome.id;
}

/** Posts a body by hand, for what the client would never send. */
export async function post(url: string, body: unknown): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}

/** An envelope as the client posts it. */
export interface PostedEnvelope {
  address: string;
  sig: string;
  data: {
    domain: { name: string; version: string };
    types: { Proposal: { name: string; type: string }[] };
    message: ProposalMessage & { from: string };
  };
}

/** The newest envelope that the client posted, as a copy that may be changed. */
export function lastPosted(standin: Standin): PostedEnvelope {
  return JSON.parse(standin.posted.at(-1) ?? 'null');
}

/** Signs an envelope's data anew, after it was changed. */
export async function signAgain(envelope: PostedEnvelope, wallet: Wallet = author): Promise<PostedEnvelope> {
  const { domain, types, message } = envelope.data;
  return { ...envelope, sig: await wallet._signTypedData(domain, types, message) };
}
