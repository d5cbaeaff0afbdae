import type { Mechanism, TableName } from '../contract/mechanism.ts';
import { columns, oneWriter, type Path, records } from '../contract/vocabulary.ts';

type Declared = Pick<Mechanism, 'id' | 'slot' | 'needs' | 'follows' | 'reads' | 'writes'>;

/** Why mechanisms that are each good by themselves cannot be together. */
export interface Clash {
  /** Stable and machine-readable, such as `mechanism.needs-agents`. */
  readonly code: string;
  /** The mechanism to change or to leave out. */
  readonly mechanism: string;
  readonly message: string;
  readonly hint: string;
}

/** Every clash among the mechanisms of a scenario, given in slot order; `known` are all mechanisms there are. */
export function clashes(used: readonly Declared[], known: readonly Declared[]): readonly Clash[] {
  return used.flatMap((each, index) => [
    ...missing(each, used, known),
    ...misplaced(each, used.slice(index + 1)),
    ...rivals(each, used.slice(0, index)),
    ...unheard(each, used, known),
  ]);
}

/** Agents that nobody brings in and values that nobody sets. */
function missing(mechanism: Declared, used: readonly Declared[], known: readonly Declared[]): Clash[] {
  return (mechanism.needs ?? []).flatMap((need) => {
    const gives = (other: Declared): boolean => other.id !== mechanism.id && provides(other, need);
    if (used.some(gives)) return [];
    const [code, what, verb] = isTable(need)
      ? ['mechanism.needs-agents', need, 'brings in']
      : ['mechanism.needs-value', described(need), 'sets'];
    return {
      code,
      mechanism: mechanism.id,
      message: `${mechanism.id} needs ${what}, which no other mechanism of this scenario ${verb}.`,
      hint: `Add ${either(known.filter(gives))}, or use another mechanism.`,
    };
  });
}

/** Those of its slot that it has to act after, and that stand behind it in the list. */
function misplaced({ id, slot, follows = [] }: Declared, later: readonly Declared[]): Clash[] {
  return inSlot(slot, later).flatMap((other) => {
    const path = follows.find((each) => other.writes.includes(each));
    if (path === undefined) return [];
    return {
      code: 'mechanism.order',
      mechanism: id,
      message: `${id} stands before ${other.id}, which sets ${described(path)}: it would act on yesterday's.`,
      hint: `Move ${id} behind ${other.id} in the slot ${slot}.`,
    };
  });
}

/** Another that sets what only one can set. */
function rivals({ id, slot, writes }: Declared, earlier: readonly Declared[]): Clash[] {
  return inSlot(slot, earlier).flatMap((other) => {
    const path = oneWriter.find((each) => writes.includes(each) && other.writes.includes(each));
    if (path === undefined) return [];
    return {
      code: 'mechanism.rivals',
      mechanism: id,
      message: `${other.id} and ${id} both set ${described(path)}: the second would undo the first.`,
      hint: 'Keep one of them.',
    };
  });
}

/** A shock that changes nothing here, because nothing here listens to it. */
function unheard(shock: Declared, used: readonly Declared[], known: readonly Declared[]): Clash[] {
  if (shock.slot !== 'shocks') return [];
  const hears = (other: Declared): boolean =>
    other.slot !== 'shocks' && shock.writes.some((path) => other.reads.includes(path));
  if (used.some(hears)) return [];
  return [
    {
      code: 'mechanism.unheard',
      mechanism: shock.id,
      message: `${shock.id} would change nothing: no mechanism of this scenario asks for ${shock.writes.map(described).join(' or ')}.`,
      hint: `Leave it out; it acts on ${either(known.filter(hears))}.`,
    },
  ];
}

const inSlot = (slot: string, mechanisms: readonly Declared[]): readonly Declared[] =>
  mechanisms.filter((each) => each.slot === slot);

const isTable = (need: TableName | Path): need is TableName => need in columns;

function provides({ slot, writes }: Declared, need: TableName | Path): boolean {
  if (!isTable(need)) return writes.includes(need);
  return slot === 'agents' && writes.some((path) => path.startsWith(`${need}.`));
}

function either(mechanisms: readonly Declared[]): string {
  return mechanisms.map(({ id }) => id).join(' or ') || 'a mechanism of your own';
}

/** `market.executed (the price at which today's orders were filled)`. */
function described(path: Path): string {
  const [group = '', name = ''] = path.split('.');
  const groups: Readonly<Record<string, Readonly<Record<string, { readonly meaning: string }>>>> = {
    ...columns,
    ...records,
  };
  const meaning = groups[group]?.[name]?.meaning;
  return meaning === undefined ? path : `${path} (${meaning})`;
}
