/** The input of a route that takes none, and the answer of one that has nothing to say. */
export type Nothing = Record<string, never>;
