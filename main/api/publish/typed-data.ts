/** EIP-712 typed data in the form and order of Snapshot's envelope: the order of fields decides what a server accepts. */
export interface TypedData {
  readonly domain: Readonly<Record<string, string | number>>;
  readonly types: Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>>;
  readonly message: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What is sent: who signed, the signature in hexadecimal, and what was signed. */
export interface Envelope {
  readonly address: string;
  readonly sig: string;
  readonly data: TypedData;
}
