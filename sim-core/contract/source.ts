/** Where a rule or a figure was read. `assumption` marks what nobody published: then `title` says why it is plausible. */
export interface Source {
  readonly title: string;
  readonly url?: string;
  readonly licence?: string;
}
