// How long the page's own thread answers nobody, and how much of that it works: on a machine that does more than this, a thread that
// waits for the processor is slow through no fault of the page.

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Busy
 * @property {number} longest ms of the longest task of the page's thread, as a person feels it
 * @property {number} work ms of processor time of the task that had most
 */

/** @typedef {{ name: string, ph: string, ts: number, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }} Event */

/** What keeps the page busy while `act` goes on. @param {Page} page @param {() => Promise<void>} act @returns {Promise<Busy>} */
export async function busyWhile(page, act) {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'],
  });
  // To begin a trace keeps the page busy too: only what comes between these marks counts.
  const mark = (/** @type {string} */ name) =>
    page.evaluate(`performance.mark('${name}'), new Promise((resolve) => setTimeout(resolve, 100))`);
  await mark('studio-begin');
  await act();
  await mark('studio-end');
  const traced = await browser.stopTracing();
  /** @type {{ traceEvents: Event[] }} */
  const { traceEvents } = JSON.parse(traced.toString('utf8'));
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const markedAt = (/** @type {string} */ wanted) =>
    traceEvents.find(({ name }) => name === wanted)?.ts ?? Number.NaN;
  const [begin, end] = [markedAt('studio-begin'), markedAt('studio-end')];
  const tasks = traceEvents.filter(
    ({ name, ph, ts, pid, tid }) =>
      name === 'RunTask' && ph === 'X' && ts > begin && ts < end && mains.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error('the trace has no task of the page');
  const most = (/** @type {(event: Event) => number | undefined} */ of) =>
    tasks.reduce((sum, event) => Math.max(sum, of(event) ?? 0), 0) / 1000;
  return { longest: most(({ dur }) => dur), work: most(({ tdur }) => tdur) };
}
