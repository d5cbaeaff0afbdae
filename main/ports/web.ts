/** One request to another computer, or to another program of this one. */
export interface WebRequest {
  readonly url: string;
  /** Absent: GET. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface WebReply {
  readonly status: number;
  readonly text: string;
  /** Undefined where the reply has no such header. */
  header(name: string): string | undefined;
}

/** The network. Nothing asks it unless a person did something that needs it. */
export interface Web {
  /**
   * Sends a body by POST, or asks by GET. Follows no redirect. Throws `web.bad-address`, `web.unreachable` (nothing was sent),
   * `web.lost` (it may have arrived), `web.timeout` (likewise), `web.cancelled` and `web.too-large`.
   */
  send(request: WebRequest): Promise<WebReply>;
}
