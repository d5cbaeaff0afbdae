export interface ExportsApi {
  /** Offers text as a file. Desktop: a save dialog. Browser: `saved` is null and the page downloads it itself. */
  'exports.save'(input: {
    readonly name: string;
    readonly text: string;
  }): Promise<{ readonly saved: string | null }>;
}
