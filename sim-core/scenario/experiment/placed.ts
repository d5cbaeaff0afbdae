/** Text of a file, and where it stands: `file:line:column`. */
export interface Placed {
  readonly text: string;
  readonly where: string;
}
