/** Asks the person where a file shall go. Only the desktop has one. */
export interface SaveDialog {
  /** An absolute path, or null if the person decided not to save. `name` is offered. */
  choose(name: string): Promise<string | null>;
}
