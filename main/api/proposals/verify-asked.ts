/** A proposal to re-run, and what belongs to it. */
export interface VerifyAsked {
  readonly text: string;
  /** The CAR file that travels with it, in base64; absent: it is looked for beside the project's proposals. */
  readonly bundle?: string;
  /** Hashes of code that may run, this once. */
  readonly trust?: readonly string[];
  /** Files, or folders of files, that hold engines of other releases. */
  readonly engines?: readonly string[];
}
