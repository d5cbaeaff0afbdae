import type { IncomingMessage } from 'node:http';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { bodyOf } from '../ports/body-of.ts';

/** Largest body of a request, in bytes. */
export const largestBody = 32 * 1024 * 1024;

/** The JSON in the body of a request. Throws `request.not-json`, `request.too-large` or `request.malformed`. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new StudioError({
      code: 'request.not-json',
      message: 'A call to the studio has to be JSON.',
      hint: 'Send it with Content-Type: application/json.',
    });
  }
  const body = await bodyOf(request, largestBody);
  if (body === undefined) throw tooLarge();
  try {
    const read: unknown = JSON.parse(body.toString('utf8'));
    return read;
  } catch {
    throw new StudioError({
      code: 'request.malformed',
      message: 'The body of the call is not JSON.',
      hint: 'Send the input of the route as one JSON object.',
    });
  }
}

const tooLarge = (): StudioError =>
  new StudioError({
    code: 'request.too-large',
    message: `The call is larger than ${largestBody} bytes.`,
    hint: 'Save large results from the page itself.',
  });
