/** One question to an address that a stranger may have written. */
export interface OpenRequest {
  readonly url: string;
  /** What is read at most. */
  readonly mostBytes: number;
  /** From the first step to the last byte. */
  readonly timeoutMs: number;
  /** True where this computer and its network may be asked too; otherwise only what is on the open network. */
  readonly mayBeInside: boolean;
  /** Kinds of content that are taken, as a header says them. */
  readonly accept: string;
  readonly signal?: AbortSignal;
}

export interface OpenReply {
  readonly status: number;
  readonly bytes: Uint8Array;
  /** Undefined where the reply has no such header. */
  header(name: string): string | undefined;
}

/** The open network, where a text may lead a person anywhere: unlike `Web`, whose servers the person has set. */
export interface OpenWeb {
  /**
   * One GET without credentials, following no redirect. The address that is connected to is the one that was looked at, so that a name
   * cannot stand for another one meanwhile. Throws `web.bad-address`, `web.private-address`, `web.unreachable`, `web.lost`, `web.timeout`,
   * `web.cancelled`, `web.too-large`.
   */
  get(request: OpenRequest): Promise<OpenReply>;
}
