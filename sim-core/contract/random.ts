/**
 * The luck of one mechanism: a pure function of (seed text, mechanism id, tick, draw, agent), so neither the order of work
 * nor what other mechanisms draw can change it.
 */
export interface Stream {
  /**
   * Turns to the numbers of one tick and one draw (a small integer that names the question asked, such as 0 = audited?,
   * 1 = caught?). Afterwards `uniform(stream.k0, stream.k1, agent)` in a hot loop reads them without a call through an object.
   */
  turn(tick: number, draw: number): void;
  readonly k0: number;
  readonly k1: number;
  /** Uniform in [0, 1) for an agent, after `turn`. For code outside hot loops. */
  uniform(agent: number): number;
  /** Standard normal for an agent, after `turn`. */
  normal(agent: number): number;
}
