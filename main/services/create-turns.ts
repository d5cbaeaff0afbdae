/** Does work when all that was asked for before is over, whatever became of that. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** A line in which one piece of work waits for the other: what each reads, the others have written whole. */
export function createTurns(): InTurn {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };
}
