/** Aborts at the first interrupt (Ctrl-C) or request to end. A second one ends the process at once, as without this. */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  return interrupted.signal;
}
