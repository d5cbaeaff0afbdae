// Loaded into the studio ahead of it, and into its threads: the clock is off by STUDIO_FAULT_CLOCK milliseconds, and after
// STUDIO_FAULT_CLOCK_AFTER milliseconds by STUDIO_FAULT_CLOCK_THEN.
const { Date: RealDate } = globalThis;
const first = Number(process.env.STUDIO_FAULT_CLOCK ?? 0);
const then = Number(process.env.STUDIO_FAULT_CLOCK_THEN ?? first);
const after = Number(process.env.STUDIO_FAULT_CLOCK_AFTER ?? Number.POSITIVE_INFINITY);

const now = () => Math.round(RealDate.now() + (performance.now() < after ? first : then));

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
  apply: (target) => new target(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
