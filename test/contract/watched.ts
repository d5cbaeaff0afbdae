import type { Mechanism, MechanismWorld } from '../../sim-core/contract/mechanism.ts';

const always = new Set(['clock', 'own', 'state', 'random']);

/** A view that throws when a mechanism touches what it does not declare. Contents of columns are checked by comparison. */
export function watched(mechanism: Mechanism, view: MechanismWorld): MechanismWorld {
  const writes: ReadonlySet<string> = new Set(mechanism.writes);
  const both: ReadonlySet<string> = new Set([...mechanism.reads, ...mechanism.writes]);
  const guard = (path: string, allowed: ReadonlySet<string>, verb: string): void => {
    if (!allowed.has(path)) throw new Error(`${mechanism.id} ${verb} ${path}, which it does not declare.`);
  };

  const group = (name: string, target: object): object =>
    new Proxy(target, {
      get(object, key) {
        if (typeof key === 'string' && key !== 'count') guard(`${name}.${key}`, both, 'reads');
        return Reflect.get(object, key);
      },
      set(object, key, value) {
        guard(`${name}.${String(key)}`, writes, 'writes');
        return Reflect.set(object, key, value);
      },
    });

  const ledger = new Proxy(view.ledger, {
    get(object, key) {
      const member: unknown = Reflect.get(object, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        const named = key === 'move' ? args.slice(0, 2) : args.slice(0, 1);
        for (const account of named) {
          if (key === 'balance') guard(`ledger.${String(account)}`, both, 'reads');
          else guard(`ledger.${String(account)}`, writes, 'writes');
        }
        return Reflect.apply(member, object, args);
      };
    },
  });

  const entries = Object.entries(view).map(([name, value]) => {
    if (name === 'ledger') return [name, ledger] as const;
    return [name, always.has(name) || typeof value !== 'object' ? value : group(name, value)] as const;
  });
  return Object.fromEntries(entries) as unknown as MechanismWorld;
}
