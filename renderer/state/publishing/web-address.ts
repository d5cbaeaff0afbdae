import { StudioError } from '../../../sim-core/contract/errors.ts';

/** The host of an address, or what is written where it is none. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** An address as it was typed. Throws where it is none of the web; `what` says what it is for. */
export function webAddress(typed: string, what: string): string {
  const address = typed.trim();
  if (URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol)) return address;
  throw new StudioError({
    code: 'address.invalid',
    message: `${JSON.stringify(address.slice(0, 200))} is no address of ${what}.`,
    hint: 'It begins with https://, or with http:// on this computer.',
  });
}
