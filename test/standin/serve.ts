import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Door, Fault, Faults } from './faults.ts';
import { Refusal } from './refusal.ts';
import { pageReply, type Reply, refusalReply } from './reply.ts';

/** What answers at one door: the body as JSON, the rest of the path, and the method. */
export type Answer = (body: unknown, path: string, method: string) => Promise<Reply>;
export interface DoorWay {
  readonly door: Door;
  readonly answer: Answer;
}

const tooMany = 'too many requests, refer to https://docs.snapshot.org/tools/api/api-keys#limits';

/** A server on loopback with its doors by the first part of the path, and the faults that wait at each. */
export function serve(doors: ReadonlyMap<string, DoorWay>, faults: Faults, now: () => number): Server {
  return createServer((request, response) => {
    const [, first = '', rest = ''] = /^\/([^/?]*)\/?([^?]*)/.exec(request.url ?? '/') ?? [];
    const found = doors.get(first);
    response.setHeader('date', new Date(now()).toUTCString());
    response.setHeader('access-control-allow-origin', '*');
    if (found === undefined) return write(response, pageReply(404));
    // A line that is cut while a request comes in is nothing that could be answered.
    answerAt(request, response, found.answer, rest, faults.next(found.door)).catch(() => response.destroy());
  });
}

async function answerAt(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  path: string,
  fault: Fault | undefined,
): Promise<void> {
  if (fault?.kind === 'drop-request') return void request.socket.destroy();
  const text = await readBody(request);
  // As the server's parser does: what does not say that it is JSON is not read.
  const body = request.headers['content-type']?.includes('application/json') ? text : '';
  if (fault?.kind === 'slow') await wait(fault.ms);
  const reply = early(fault) ?? (await outcome(body, (given) => answer(given, path, request.method ?? '')));
  if (fault?.kind === 'drop-reply') return void request.socket.destroy();
  if (reply.status === 429) response.setHeader('retry-after', '60');
  write(response, reply);
}

/** What a fault answers in the place of the server. */
function early(fault: Fault | undefined): Reply | undefined {
  switch (fault?.kind) {
    case 'page':
      return pageReply(fault.status);
    case 'rate-limit':
      return refusalReply(new Refusal(tooMany, 429));
    case 'maintenance':
      return refusalReply(new Refusal('update in progress, try later', 503));
    case 'garbage':
      return { status: 200, type: 'application/json; charset=utf-8', body: '{"data": {"sp' };
    default:
      return undefined;
  }
}

async function outcome(text: string, answer: (body: unknown) => Promise<Reply>): Promise<Reply> {
  let body: unknown = {};
  try {
    if (text !== '') body = JSON.parse(text);
    if (typeof body !== 'object') return pageReply(400);
  } catch {
    return pageReply(400);
  }
  try {
    return await answer(body);
  } catch (thrown) {
    return refusalReply(thrown);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function write(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}
