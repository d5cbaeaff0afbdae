/** A request to a page of this computer. Who sent it has been checked. */
export interface PageRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: URLSearchParams;
  /** The header `x-page-key`: what a page proves itself by. */
  readonly key: string;
  readonly body: string;
}

export interface PageReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface OpenPages {
  /** Such as `http://127.0.0.1:49152`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Pages that a browser of this computer can open for a while, at an address of their own. */
export interface LoopbackPages {
  open(answer: (request: PageRequest) => Promise<PageReply>): Promise<OpenPages>;
}
