/**
 * Takes from a JavaScript world what gives other results elsewhere or next time, and freezes the language, so that what one module
 * changes in it no other feels. `isOurs` answers whether the studio's own code is at work in that world, which keeps its Math. Whole in
 * itself: `isolated-engine.ts` runs its text in a context of its own.
 */
export function closeLanguage(world: object, isOurs?: () => boolean): void {
  const part = (name: string) => Reflect.get(world, name);
  // Functions of Math that IEEE 754 does not fix to the last bit, and luck that no seed repeats.
  const unrepeatable =
    'acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow random sin sinh tan tanh';
  for (const name of unrepeatable.split(' ')) {
    const real = part('Math')[name];
    part('Math')[name] = (...given: unknown[]) => {
      if (isOurs?.() === true) return real(...given);
      throw new TypeError(
        `Math.${name} differs between machines or runs: use studio.math, and uniform for luck.`,
      );
    };
  }
  Reflect.deleteProperty(world, 'console');
  // The engine has taken what it needs of it; what others would make with it may differ between machines.
  Reflect.deleteProperty(world, 'WebAssembly');
  Reflect.set(
    world,
    'Date',
    class {
      constructor() {
        throw new TypeError('There is no Date: the day is in clock.');
      }
    },
  );
  // What Object.freeze does, for which the V8 of Node 20 makes loops over columns five times slower: it gives a prototype that it
  // freezes another kind of elements. After this any V8 would be slower by a third, had it not laid out what has an heir for speed.
  const freeze = (value: object): void => {
    for (const key of Reflect.ownKeys(value)) {
      const isValue = 'value' in (Reflect.getOwnPropertyDescriptor(value, key) ?? {});
      const closed = isValue ? { configurable: false, writable: false } : { configurable: false };
      Reflect.defineProperty(value, key, closed);
    }
    Object.preventExtensions(value);
    Object.create(value);
  };
  const kinds =
    'Object Function Array String Number Boolean Symbol Promise Map Set WeakMap ArrayBuffer DataView Float64Array Float32Array Int32Array Uint32Array Uint16Array Uint8Array';
  for (const name of kinds.split(' ')) {
    freeze(part(name));
    freeze(part(name).prototype);
  }
  for (const name of ['Math', 'JSON', 'Reflect']) freeze(part(name));
  const iterators = [[][Symbol.iterator](), (function* () {})()].map((each) =>
    Object.getPrototypeOf(Object.getPrototypeOf(each)),
  );
  for (const each of [Object.getPrototypeOf(Float64Array), ...iterators]) {
    freeze(each);
    if (each.prototype) freeze(each.prototype);
  }
}
