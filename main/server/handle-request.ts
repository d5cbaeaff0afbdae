import type { IncomingMessage } from 'node:http';
import { type Problem, StudioError, toProblem } from '../../sim-core/contract/errors.ts';
import { answer } from '../api/answer.ts';
import type { StudioApi } from '../api/studio-api.ts';
import { whyForeign } from '../ports/why-foreign.ts';
import type { PageFiles } from '../services/page-files.ts';
import { entrancePage } from './entrance-page.ts';
import { readJson } from './read-json.ts';
import { answerReply, problemReply, type Reply } from './reply.ts';
import type { Session } from './session.ts';

/** What stands behind the door, and who is let in. */
export interface Doorway {
  /** Such as `http://127.0.0.1:4780`. */
  readonly origin: string;
  readonly session: Session;
  readonly api: Partial<StudioApi>;
  readonly page: PageFiles;
  /** Called when a link was used: `session.token` is a new one. */
  readonly onEntered: () => void;
}

/** Decides on one request; nothing of it is read before its sender is known. Never rejects. */
export async function handleRequest(request: IncomingMessage, doorway: Doorway): Promise<Reply> {
  try {
    return await decide(request, doorway);
  } catch (thrown) {
    return problemReply(toProblem(thrown));
  }
}

async function decide(request: IncomingMessage, doorway: Doorway): Promise<Reply> {
  const { origin, session } = doorway;
  const { method = '', headers } = request;
  const why = whyForeign(request, origin);
  if (why !== undefined) return problemReply(foreign(why, origin));
  const url = urlOf(request, origin);
  const route = /^\/api\/(.*)$/s.exec(url.pathname)?.[1];

  const token = url.searchParams.get('token');
  if (token !== null && method === 'GET' && route === undefined && session.redeem(token)) {
    doorway.onEntered();
    return { status: 303, headers: { location: '/', 'set-cookie': session.setCookie, ...notKept }, body: '' };
  }
  if (!session.admits(headers.cookie)) return route === undefined ? entrancePage() : problemReply(noSession);
  return route === undefined
    ? await fileReply(method, url, doorway)
    : await apiReply(request, method, route, doorway);
}

async function apiReply(
  request: IncomingMessage,
  method: string,
  route: string,
  { api }: Doorway,
): Promise<Reply> {
  if (method !== 'POST') return refuseMethod(method, 'POST');
  return answerReply(await answer(api, route, await readJson(request)));
}

async function fileReply(method: string, url: URL, { page }: Doorway): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') return refuseMethod(method, 'GET, HEAD');
  const file = await page(url.pathname);
  if (file === undefined) {
    return problemReply({
      code: 'file.unknown',
      message: `The studio has no page ${JSON.stringify(url.pathname.slice(0, 200))}.`,
      hint: 'Its page is at /.',
    });
  }
  return { status: 200, ...file };
}

/** A target that names another host, or that is no path at all, is not for us. */
function urlOf({ url = '' }: IncomingMessage, origin: string): URL {
  if (url.startsWith('/') && !url.startsWith('//') && URL.canParse(url, origin)) return new URL(url, origin);
  throw new StudioError({ code: 'request.malformed', message: 'The address of the request is not a path.' });
}

function refuseMethod(method: string, allowed: string): Reply {
  const problem = {
    code: 'request.method',
    message: `${method} is not possible here.`,
    hint: `Use ${allowed}.`,
  };
  const reply = problemReply(problem);
  return { ...reply, headers: { ...reply.headers, allow: allowed } };
}

const notKept = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

const foreign = (why: string, origin: string): Problem => ({
  code: 'request.foreign',
  message: `The studio refused this request: ${why}.`,
  hint: `The studio answers only its own page, at ${origin}/.`,
});

const noSession: Problem = {
  code: 'session.missing',
  message: 'This browser has not been let in.',
  hint: 'Open the link that the terminal shows.',
};
