/** The server says no: the text is its `error_description`, word for word. Anything else thrown is a fault of the server. */
export class Refusal extends Error {
  readonly text: string;
  readonly status: number;

  constructor(text: string, status = 400) {
    super(text);
    this.text = text;
    this.status = status;
  }
}

/** Ends the handling of a message with the server's own `text`, as HTTP `status`. */
export function refuse(text: string, status?: number): never {
  throw new Refusal(text, status);
}
