/** Lets waiting messages in: `next` resolves in a later turn of the event loop. */
export interface Turns {
  next(): Promise<void>;
  close(): void;
}

/**
 * A promise by itself would let nothing in, and `setTimeout` would idle 4 ms a turn. Node has `setImmediate`, and needs it:
 * a message channel to oneself takes up to 1,000 messages there before it lets those of other channels in
 * (`MessagePort::OnMessage` in src/node_messaging.cc). Browsers take one at a time.
 */
export const openTurns = (): Turns => ('setImmediate' in globalThis ? immediateTurns : channelTurns());

const immediateTurns: Turns = {
  next: () => new Promise((resolve) => setImmediate(resolve)),
  close() {},
};

function channelTurns(): Turns {
  const { port1, port2 } = new MessageChannel();
  let arrive = () => {};
  port1.onmessage = () => arrive();
  return {
    next: () =>
      new Promise((resolve) => {
        arrive = resolve;
        port2.postMessage(null);
      }),
    close: () => port1.close(),
  };
}
