import type { z } from 'zod';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { Web, WebReply } from '../../../ports/web.ts';

/** One question to a hub. */
export interface HubQuestion<T> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of `data` in the reply. */
  readonly data: z.ZodType<T>;
}

/** Where a hub is, and how to reach it. */
export interface HubDoor {
  readonly web: Web;
  readonly url: string;
  /** This computer's clock, in milliseconds since 1970. */
  readonly clock: () => number;
}

export interface HubAnswer<T> {
  readonly data: T;
  /** Seconds that the hub's clock is ahead of this computer's; undefined where it does not say. */
  readonly clockAhead: number | undefined;
}

const patienceMs = 20_000;

/** Asks a hub and checks what it answers. Throws `hub.*` or `web.*`. */
export async function hubRequest<T>(
  { web, url, clock }: HubDoor,
  { query, variables, data }: HubQuestion<T>,
  signal?: AbortSignal,
): Promise<HubAnswer<T>> {
  const asked = clock();
  const reply = await web.send({
    url,
    body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json' },
    timeoutMs: patienceMs,
    ...(signal === undefined ? {} : { signal }),
  });
  const host = new URL(url).host;
  refuseStatus(reply, host);
  const answered = dataIn(reply, host);
  const checked = data.safeParse(answered);
  if (!checked.success) {
    const where = checked.error.issues[0]?.path.join('.') ?? '';
    throw unusual(host, `its answer is not what a Snapshot hub gives${where === '' ? '' : ` (${where})`}`);
  }
  return { data: checked.data, clockAhead: clockAheadOf(reply, (asked + clock()) / 2) };
}

function refuseStatus({ status, header }: WebReply, host: string): void {
  if (status >= 200 && status < 300) return;
  // Hubs answer faults of a query with 400 and JSON: that is read below.
  if (status === 400 && header('content-type')?.includes('json')) return;
  if (status === 429) throw rateLimited(host, header('retry-after'));
  if (status >= 500) throw down(host, status);
  throw unusual(host, `it answered ${status}`);
}

function dataIn({ text }: WebReply, host: string): unknown {
  let answered: unknown;
  try {
    answered = JSON.parse(text);
  } catch {
    throw notJson(host);
  }
  if (typeof answered !== 'object' || answered === null) throw unusual(host, 'its answer is no object');
  const told = 'errors' in answered ? messageIn(answered.errors) : undefined;
  if (told !== undefined) throw unusual(host, `it says: ${told}`);
  return 'data' in answered ? answered.data : undefined;
}

function messageIn(errors: unknown): string | undefined {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (typeof first !== 'object' || first === null) return undefined;
  return 'message' in first ? String(first.message).slice(0, 300) : 'an error without a text';
}

/** Whole seconds: servers say no more. Less than two are the way there and back. */
function clockAheadOf({ header }: WebReply, at: number): number | undefined {
  const theirs = Date.parse(header('date') ?? '');
  if (Number.isNaN(theirs)) return undefined;
  const ahead = Math.round((theirs - at) / 1000);
  return Math.abs(ahead) < 2 ? 0 : ahead;
}

/** Also of a sequencer. */
export const rateLimited = (host: string, retryAfter: string | undefined): StudioError =>
  new StudioError({
    code: 'hub.rate-limited',
    message: `${host} has had too many questions from here and wants a pause (429).`,
    hint: /^\d+$/.test(retryAfter ?? '')
      ? `Try again in ${retryAfter} s.`
      : 'Try again in a minute; nothing is lost.',
  });

const down = (host: string, status: number): StudioError =>
  new StudioError({
    code: 'hub.down',
    message: `The hub at ${host} has a fault of its own (${status}).`,
    hint: 'Try again later. What needs no hub goes on: paste the settings of the space as JSON.',
  });

const notJson = (host: string): StudioError =>
  new StudioError({
    code: 'hub.not-json',
    message: `What ${host} answers is not JSON, so it is no hub, or something stands in between.`,
    hint: 'Check the address of the hub in the settings (it ends in /graphql), and that no login page is in the way.',
  });

const unusual = (host: string, why: string): StudioError =>
  new StudioError({
    code: 'hub.unusual',
    message: `The hub at ${host} cannot be used: ${why}.`,
    hint: 'Check the address of the hub in the settings (it ends in /graphql), or try again later.',
  });
