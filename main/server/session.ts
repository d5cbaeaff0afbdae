import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may use this server: whoever opened the link that it printed. Each link works once, so that a copy of it in a history
 * or a log is worth nothing; a new one takes its place.
 */
export interface Session {
  /** The token of the link that is valid now. */
  readonly token: string;
  /** True for the valid token, which is then used up. */
  redeem(token: string): boolean;
  /** The value of `Set-Cookie` that lets a browser in. */
  readonly setCookie: string;
  /** True if a `Cookie` header holds the cookie. */
  admits(cookieHeader: string | undefined): boolean;
}

/** Cookies do not keep ports apart, so the port is in the name: studios on two ports do not log each other out. */
export function createSession(port: number): Session {
  const name = `depin-studio-${port}`;
  const secret = randomToken();
  let token = randomToken();
  return {
    get token() {
      return token;
    },
    redeem(presented) {
      if (!equal(presented, token)) return false;
      token = randomToken();
      return true;
    },
    setCookie: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${week}`,
    admits: (header) => cookiesNamed(name, header).some((value) => equal(value, secret)),
  };
}

/** Seconds that a bookmark works, as long as the server runs. */
const week = 7 * 24 * 3600;

const randomToken = (): string => randomBytes(32).toString('base64url');

/** Compares digests, which have one length, in a time that tells nothing of where texts differ. */
const equal = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b));

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

function cookiesNamed(name: string, header = ''): readonly string[] {
  return header.split(';').flatMap((cookie) => {
    const [key, value] = cookie.trim().split('=');
    return key === name && value !== undefined ? [value] : [];
  });
}
