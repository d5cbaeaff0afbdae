/** What stands for a secret in the log. */
const masked = '[masked]';

/** Names whose value nobody else may read, as they are written in addresses, headers and JSON. */
const named =
  /((?:api[-_]?key|token|secret|password|passphrase|private[-_]?key|mnemonic|seed[-_]?phrase|authorization|cookie)["']?\s*[:=]\s*)(?:bearer\s+|basic\s+)?("[^"]*"|'[^']*'|[^\s&,;}"']+)/gi;

/** Texts that are a secret whatever stands before them. */
const bare: readonly RegExp[] = [
  /\bbearer\s+[\w.~+/-]+=*/gi,
  // A private key: 32 bytes in hexadecimal digits. Digests look the same but are written with `sha256:`.
  /(?<!sha256:)\b(?:0x)?[0-9a-f]{64}\b/gi,
  // A JSON web token.
  /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g,
  // The part of an address that says who asks.
  /(?<=:\/\/)[^/\s:@]+:[^/\s@]+(?=@)/g,
  // A key in the path of a node's address, such as https://mainnet.example/v3/<key>.
  /(?<=\/v\d\/)[\w-]{20,}/g,
];

/** A seed phrase: 12 to 24 short words in small letters, and nothing between them. */
const phrase = /\b(?:[a-z]{3,8} ){11,23}[a-z]{3,8}\b/g;

/** A line for the log without keys, tokens, passwords and seed phrases. */
export function maskSecrets(text: string): string {
  const without = text.replace(named, `$1${masked}`).replace(phrase, masked);
  return bare.reduce((line, secret) => line.replace(secret, masked), without);
}
