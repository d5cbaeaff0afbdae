import type { Problem } from '../../sim-core/contract/errors.ts';
import type { Answer } from '../api/studio-api.ts';
import { fileHeaders } from '../services/page-headers.ts';

/** A whole HTTP response. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** What a route answered; the status follows from the code of the problem, if there is one. */
export function answerReply(answer: Answer<unknown>): Reply {
  const status = answer.ok ? 200 : (statuses.get(answer.problem.code) ?? 422);
  return {
    status,
    headers: { ...fileHeaders, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(answer),
  };
}

/** A refusal, in the form of every answer. */
export const problemReply = (problem: Problem): Reply => answerReply({ ok: false, problem });

const statuses = new Map([
  ['request.malformed', 400],
  ['input.invalid', 400],
  ['session.missing', 401],
  ['request.foreign', 403],
  ['route.unknown', 404],
  ['file.unknown', 404],
  ['scenario.unknown', 404],
  ['request.method', 405],
  ['request.too-large', 413],
  ['request.not-json', 415],
  ['defect', 500],
]);
