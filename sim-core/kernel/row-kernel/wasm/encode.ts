/** LEB128: seven bits a byte, the lowest first. */
export function unsigned(value: number): readonly number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left >>>= 7) bytes.push((left & 127) | 128);
  return [...bytes, left];
}

/** The same with a sign, 32 bits. */
export function signed(value: number): readonly number[] {
  const bytes: number[] = [];
  let left = value | 0;
  for (; left < -64 || left > 63; left >>= 7) bytes.push((left & 127) | 128);
  return [...bytes, left & 127];
}

/** Text of ASCII letters with its length in front. */
const encodeText = (text: string): readonly number[] => [
  text.length,
  ...Array.from(text, (letter) => letter.charCodeAt(0)),
];

/** A part of a module: its number, its length, and how many entries follow. */
const section = (id: number, entries: readonly (readonly number[])[]): readonly number[] => {
  const body = [...unsigned(entries.length), ...entries.flat()];
  return [id, ...unsigned(body.length), ...body];
};

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** A module that takes the memory `env.memory` and exports functions of three whole numbers that return nothing. */
export function encodeModule(functions: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const names = Object.keys(functions);
  const integer = 0x7f;
  return Uint8Array.from([
    ...header,
    ...section(1, [[0x60, 3, integer, integer, integer, 0]]),
    ...section(2, [[...encodeText('env'), ...encodeText('memory'), 2, 0, 1]]),
    ...section(
      3,
      names.map(() => [0]),
    ),
    ...section(
      7,
      names.map((name, i) => [...encodeText(name), 0, i]),
    ),
    ...section(10, Object.values(functions)),
  ]);
}
