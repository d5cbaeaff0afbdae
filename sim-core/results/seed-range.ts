import { StudioError } from '../contract/errors.ts';

/** Seeds of one batch: beyond it, several batches are easier to keep. */
const mostSeeds = 10_000;

/** `1..50`, `1,2,7` or `1..3,9,other-text` as seed texts in that order. Throws `StudioError` where it is none of these. */
export function seedRange(written: string): readonly string[] {
  const seeds = written.split(',').flatMap((part) => {
    const text = part.trim();
    const range = /^(\d{1,15})\.\.(\d{1,15})$/.exec(text);
    if (range === null) return [seedText(text, written)];
    const [first, last] = [Number(range[1]), Number(range[2])];
    if (first > last) throw refused(written, `${text} counts downwards.`);
    if (last - first >= mostSeeds) throw refused(written, `${text} has more than ${mostSeeds} seeds.`);
    return Array.from({ length: last - first + 1 }, (_, index) => `${first + index}`);
  });
  if (seeds.length > mostSeeds) throw refused(written, `It has more than ${mostSeeds} seeds.`);
  const seen = new Set<string>();
  for (const seed of seeds) {
    if (seen.has(seed)) throw refused(written, `Seed ${seed} stands twice.`);
    seen.add(seed);
  }
  return seeds;
}

function seedText(text: string, written: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return text;
  throw refused(written, text === '' ? 'A seed is empty.' : `"${text.slice(0, 60)}" is no seed.`);
}

const refused = (written: string, because: string): StudioError =>
  new StudioError({
    code: 'seeds.syntax',
    message: `The seeds "${written.slice(0, 60)}" cannot be read. ${because}`,
    hint: 'Write a range such as 1..50, a list such as 1,2,7, or words of letters, digits, _ and -.',
    where: '--seeds',
  });
