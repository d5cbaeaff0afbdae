import type { Answer } from '../../main/api/studio-api.ts';
import type { Problem } from '../../sim-core/contract/errors.ts';
import { isAnswer } from './answer.ts';
import type { Transport } from './transport.ts';

/** The loopback server, asked with the cookie that its address gave this page. `base` ends with a slash. */
export function httpTransport(base: string): Transport {
  return async (name, input) => {
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    };
    let response: Response;
    try {
      response = await fetch(`${base}api/${name}`, { ...request, credentials: 'same-origin' });
    } catch {
      return failed({
        code: 'server.unreachable',
        message: 'The studio does not answer: its server has stopped.',
        hint: 'Start it again with `npm start`, then open the address it prints.',
      });
    }
    const received: unknown = await response.json().catch(() => undefined);
    if (isAnswer(received)) return received;
    return failed({
      code: 'server.not-understood',
      message: `The server answered ${name} with something else (status ${response.status}).`,
      hint: 'Another program may have taken its port. Start the studio again, then open the address it prints.',
    });
  };
}

const failed = (problem: Problem): Answer<never> => ({ ok: false, problem });
