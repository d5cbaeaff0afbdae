import { createRequire } from 'node:module';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isAddress, isStarknetAddress } from '../protocol/address.ts';
import { refuse } from '../refusal.ts';
import type { SpaceRow, Strategy } from '../store.ts';
import type { World } from '../world.ts';
import { isLink } from './text-format.ts';

/** The form of a space's settings is the protocol's own schema; it is long, and nothing else of the project reads it. */
const schema: object = createRequire(import.meta.url)('@snapshot-labs/snapshot.js/src/schemas/space.json');

/** Refuses spaces that may not propose: hibernated ones, and those whose settings are not valid any more. */
export function checkSpace(space: SpaceRow, world: World): void {
  const fault = space.hibernated ? 'space hibernated' : settingsFault(space, world);
  if (fault !== undefined) refuse(`invalid space settings: ${fault}`);
  if (!space.turbo) checkNetworks(space, world);
}

function settingsFault({ settings, turbo }: SpaceRow, world: World): string | undefined {
  const [error] = schemaErrors(settings, world);
  if (error !== undefined)
    return error.keyword === 'snapshotNetwork' ? 'network not allowed' : 'wrong space format';
  if (world.environment === 'mainnet') {
    const names = settings.strategies.map(({ name }) => name);
    const votes = settings.voteValidation?.name;
    if (names.includes('ticket') && (!votes || votes === 'any'))
      return 'space with ticket requires voting validation';
    if (!guardsProposals(settings)) return 'space missing proposal validation';
  }
  for (const { name } of settings.strategies) {
    const strategy = world.strategies.get(name);
    if (strategy === undefined) return `strategy '${name}' is not a valid strategy`;
    if (strategy.disabled) return `strategy '${name}' is not available anymore`;
    if (strategy.override && !turbo) return `strategy '${name}' is only available for pro spaces`;
  }
  return undefined;
}

function guardsProposals({ validation, filters }: SpaceRow['settings']): boolean {
  const named = validation?.name;
  return (
    (named !== undefined && named !== '' && named !== 'any') ||
    Boolean(filters?.minScore || filters?.onlyMembers)
  );
}

const validators = new WeakMap<World, ValidateFunction>();

function schemaErrors(settings: object, world: World): readonly ErrorObject[] {
  const validate = validators.get(world) ?? validatorFor(world);
  validators.set(world, validate);
  return validate(settings) ? [] : (validate.errors ?? []);
}

function validatorFor(world: World): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strict: false });
  const allowed = world.store.networks.filter(({ testnet }) => world.environment === 'testnet' || !testnet);
  ajv.addFormat('evmAddress', isAddress);
  ajv.addFormat('starknetAddress', isStarknetAddress);
  ajv.addFormat('customUrl', isLink);
  ajv.addFormat('uri', (value) => URL.canParse(value));
  ajv.addFormat('color', /^#[0-9A-F]{6}$/);
  ajv.addFormat('domain', /^(https:\/\/)?([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}(\/)?$/);
  ajv.addKeyword('errorMessage');
  ajv.addKeyword({
    keyword: 'snapshotNetwork',
    validate: (_on: boolean, network: string) => allowed.some(({ id }) => id === network),
  });
  return ajv.compile(schema);
}

function checkNetworks({ settings }: SpaceRow, world: World): void {
  const named = [settings.network, ...settings.strategies.flatMap(networksOf)].filter(Boolean);
  const premium = world.store.networks.filter((network) => network.premium).map(({ id }) => id);
  if (named.some((network) => !premium.includes(network))) refuse('space is using a non-premium network');
}

/** A strategy may hold others, each on a network of its own. */
function networksOf({ network, params }: Strategy): readonly string[] {
  const inner = Array.isArray(params?.strategies) ? params.strategies : [];
  return [network, ...inner.map((strategy) => strategy?.network)].filter((name) => typeof name === 'string');
}
