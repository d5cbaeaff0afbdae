import { ensNormalize } from '@ethersproject/hash';
import { isText } from '../json.ts';
import { isAddress } from '../protocol/address.ts';
import { contentId } from '../protocol/content-id.ts';
import { byAlias, kindOf, withoutSpace } from '../protocol/message-kinds.ts';
import { receiptFor, receiptSigner } from '../protocol/receipts.ts';
import { type Field, type TypedData, typedDataHash } from '../protocol/typed-data-hash.ts';
import { Refusal, refuse } from '../refusal.ts';
import { findSpace } from '../store.ts';
import type { World } from '../world.ts';
import { writers } from '../writers/writers.ts';
import { isSignedBy } from './check-signature.ts';
import { type Envelope, isEnvelope } from './envelope.ts';
import { payloadOf } from './payload.ts';

/** What the server answers for a message that it took in. */
export interface Taken {
  readonly id: string;
  readonly ipfs: string;
  readonly relayer: { readonly address: string; readonly receipt: string };
}

/** Takes a message in, or throws the refusal of the first rule that it breaks. The order of the rules is the server's. */
export async function ingest(body: unknown, world: World): Promise<Taken> {
  if (!isEnvelope(body)) return refuse('wrong envelope format');
  checkSize(body);
  checkTime(body, world);
  checkReference(body);
  checkDomain(body);
  const kind = checkKind(body);
  checkSpaceId(body);
  const network = checkSpace(kind, body, world);
  checkAlias(kind, body, world);
  const data = await checkSignature(body, network, world);
  const id = typedDataHash(data);
  if (world.store.messages.some((message) => message.id === id)) refuse('duplicate message');
  return store(id, kind, body, world);
}

function checkSize(body: Envelope): void {
  if (JSON.stringify(body).length > 1e5) refuse('too large message');
}

function checkTime({ data }: Envelope, world: World): void {
  const now = world.now() / 1000;
  const latest = Number((now + 300).toFixed());
  const earliest = Number((now - 6 * 86_400).toFixed());
  if (data.message.timestamp > latest || data.message.timestamp < earliest) refuse('wrong timestamp');
}

function checkReference({ data }: Envelope): void {
  const { proposal } = data.message;
  if (!proposal) return;
  if (!isText(proposal) && !Array.isArray(proposal)) throw new Error('the proposal is no text');
  if (proposal.includes(' ')) refuse('proposal cannot contain whitespace');
}

function checkDomain({ address, data }: Envelope): void {
  const wanted = isAddress(address) ? 'snapshot 0.1.4' : 'sx-starknet 0.1.0';
  if (`${data.domain.name} ${data.domain.version}` !== wanted) refuse('wrong domain');
}

function checkKind({ data }: Envelope): string {
  // As the server does, on the body itself: what it counts as the same body later has no EIP712Domain any more.
  Reflect.deleteProperty(data.types, 'EIP712Domain');
  return kindOf(data.types) ?? refuse('wrong types');
}

function checkSpaceId({ data }: Envelope): void {
  const { space } = data.message;
  if (!space || (!space.startsWith('s:') && space.includes(':'))) return;
  if (normalized(space) !== space.toLowerCase()) refuse('Invalid space id');
}

function normalized(space: string): string | undefined {
  try {
    return ensNormalize(space);
  } catch {
    return undefined;
  }
}

/** Networks of Snapshot's other protocol: a message that names one is about a space that does not stand here. */
const elsewhere = {
  mainnet: [
    'eth',
    'arb1',
    'oeth',
    'sn',
    'base',
    'mnt',
    'ape',
    's-tn',
    'sep',
    'curtis',
    'linea-testnet',
    'sn-sep',
  ],
  testnet: [
    's',
    'eth',
    'arb1',
    'oeth',
    'sn',
    'base',
    'mnt',
    'ape',
    'sep',
    'curtis',
    'linea-testnet',
    'sn-sep',
  ],
};

/** The network that signatures of contracts are asked on. */
function checkSpace(kind: string, { data }: Envelope, world: World): string {
  const { space, network } = data.message;
  if (withoutSpace.has(kind)) return world.environment === 'mainnet' ? '1' : '11155111';
  if (!space || (isText(network) && elsewhere[world.environment].includes(network)))
    return refuse('unknown space');
  return (findSpace(world.store, space) ?? refuse('unknown space')).settings.network;
}

const aliasLife = 30 * 86_400;

function checkAlias(kind: string, { address, data }: Envelope, world: World): void {
  const { from } = data.message;
  if (address === from) return;
  if (!byAlias.has(kind)) refuse(`alias not allowed for the type: ${kind}`);
  const since = Math.floor(world.now() / 1000) - aliasLife;
  const known = world.store.aliases.some(
    (row) => row.address === from && row.alias === address && row.created > since,
  );
  if (!known) refuse('wrong alias');
}

async function checkSignature(
  { address, sig, data }: Envelope,
  network: string,
  world: World,
): Promise<TypedData> {
  const typed: TypedData = { domain: data.domain, types: fieldsOf(data.types), message: data.message };
  const valid = await isSignedBy(address, sig, typed, network, world).catch(() => false);
  if (!valid) refuse('signature validation failed');
  return typed;
}

/** The types' hash is known by now, so they are lists of fields. */
function fieldsOf(types: Envelope['data']['types']): Record<string, readonly Field[]> {
  return JSON.parse(JSON.stringify(types));
}

async function store(id: string, kind: string, body: Envelope, world: World): Promise<Taken> {
  const { message, domain } = body.data;
  const { type, payload } = payloadOf(kind, message, world);
  const writer = writers.get(type);
  if (writer === undefined) throw new Refusal(`the stand-in keeps no ${type} messages`, 501);
  const sent = {
    author: message.from,
    space: message.space ?? '',
    timestamp: Math.trunc(message.timestamp),
    payload,
  };
  const write = await writer(sent, world);
  const { address, sig, ...rest } = body;
  const ipfs = contentId(JSON.stringify({ address, sig, hash: id, ...rest }));
  const signature = [sig].flat().join(',');
  const receipt = await receiptFor(signature);
  if (world.store.messages.some((row) => row.id === id)) refuse('duplicate message');
  write({ id, ipfs });
  world.store.messages.push({
    mci: world.store.messages.length + 1,
    id,
    ipfs,
    address,
    version: domain.version,
    timestamp: message.timestamp,
    space: message.space ?? '',
    type,
    sig: signature,
    receipt,
  });
  return { id, ipfs, relayer: { address: receiptSigner, receipt } };
}
