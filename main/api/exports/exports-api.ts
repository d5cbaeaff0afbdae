export interface ExportsApi {
  /** Offers a file, of text or of bytes. Desktop: a save dialog. Browser: `saved` is null and the page downloads it itself. */
  'exports.save'(
    input:
      | { readonly name: string; readonly text: string }
      | { readonly name: string; readonly base64: string },
  ): Promise<{ readonly saved: string | null }>;
}
