import { Refusal } from './refusal.ts';

/** An answer over HTTP. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export const jsonReply = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

export const pageReply = (status: number): Reply => ({
  status,
  type: 'text/html; charset=utf-8',
  body: `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`,
});

/** The sequencer's form of a refusal: what it did not mean to happen has no description. */
export function refusalReply(thrown: unknown): Reply {
  const { status, text } = thrown instanceof Refusal ? thrown : { status: 500, text: {} };
  return jsonReply(
    { error: status < 500 ? 'client_error' : 'server_error', error_description: text },
    status,
  );
}
