/** Keeps texts that only this person on this computer may read, such as an address with a key in it. */
export interface Vault {
  /** The text, sealed; undefined where it cannot be kept safely here. */
  seal(text: string): Promise<string | undefined>;
  /** The text that was sealed; undefined for another person, on another computer, or where it is damaged. */
  open(sealed: string): Promise<string | undefined>;
}
