import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { evidenceKind } from '../../../../sim-core/evidence/evidence-block.ts';
import { blockOf, codecs } from '../bundle/car.ts';
import { type DraftSection, draftSections } from './draft-sections.ts';

export interface ShortDraft {
  /** What fits: summary, parameters, what else there is room for, and the evidence. */
  readonly text: string;
  /** All of the draft, as it was, for whoever wants the rest. */
  readonly annex: string;
  /** Of the annex as a file: CIDv1, raw, sha2-256; what `ipfs add --cid-version 1` makes of a file up to 256 KiB. */
  readonly cid: string;
  /** Headings of the sections that are only in the annex now. */
  readonly moved: readonly string[];
  /** Of the short body, in UTF-16 units, as Snapshot counts. */
  readonly length: number;
}

interface ShortenOptions {
  /** Of the space, in UTF-16 units. */
  readonly most: number;
  /** Where the annex will be; absent: its own name on IPFS, which any pinning service can hold. */
  readonly link?: string;
}

/** What leaves first: what readers can compute anew comes before what only its author could say. */
const leaving = [
  ...['Charts', 'Under stress', 'Assumptions by influence', 'Distance to flip', 'Objectives'],
  ...['What follows', 'Drawbacks and alternatives', 'Execution', 'Reversibility and review', 'Motivation'],
  ...['Who gains and who loses', 'Outcomes', 'Outcomes beside theirs'],
];
const staying = ['Summary', 'Parameters', 'What is different'];

/**
 * A body that a space takes, of a draft that is too long for it: sections leave for an annex, one after the other, until the rest fits.
 * Who loses stays as a sentence. A draft that fits is answered as it is. Throws `short.too-long` where what has to stay is too long.
 */
export function shortenDraft(draft: string, { most, link }: ShortenOptions): ShortDraft {
  const { top, sections } = draftSections(draft);
  const annex = `${withoutHead(top)}${bodyOf(sections)}\n`;
  const cid = cidOf(annex);
  const without = (moved: readonly DraftSection[]): ShortDraft => {
    const headings = sections.filter((each) => moved.includes(each)).map(({ heading }) => heading);
    const kept = sections.flatMap((each) => (moved.includes(each) ? losersOf(each) : [each]));
    const told = tellingSection(headings, cid, link ?? `ipfs://${cid}`);
    const body = bodyOf(moved.length === 0 ? sections : placed(kept, told));
    return { text: `${top}${body}\n`, annex, cid, moved: headings, length: body.length };
  };
  const free = mayLeave(sections);
  let moved: readonly DraftSection[] = [];
  for (const next of free) {
    if (without(moved).length <= most) break;
    moved = [...moved, next];
  }
  const least = without(moved);
  if (least.length > most) throw tooLong(sections, moved, least.length, most);
  // One large section may have made room for smaller ones that had left before it: what matters most comes back first.
  for (const each of [...moved].reverse()) {
    const fewer = moved.filter((other) => other !== each);
    if (without(fewer).length <= most) moved = fewer;
  }
  return without(moved);
}

const bodyOf = (sections: readonly DraftSection[]): string => sections.map(({ text }) => text).join('\n\n');
const annexHeading = 'Annex';
const losers = 'Who gains and who loses';

/** Sections that may leave, the first to leave first. */
function mayLeave(sections: readonly DraftSection[]): readonly DraftSection[] {
  const rank = ({ heading }: DraftSection) => {
    const at = leaving.indexOf(heading);
    // A section of the author's own stays as long as what the template has them write.
    return at < 0 ? leaving.indexOf('Drawbacks and alternatives') - 0.5 : at;
  };
  return sections
    .filter(({ heading }) => !staying.includes(heading) && heading !== annexHeading && heading !== '')
    .filter(({ text }) => !text.includes(`\`\`\`${evidenceKind}`))
    .filter(({ heading, text }) => heading !== losers || text !== losersText(text))
    .sort((a, b) => rank(a) - rank(b) || b.text.length - a.text.length);
}

/** Voters ask first who loses: its sentence stays where its tables leave. */
const losersOf = (section: DraftSection): readonly DraftSection[] =>
  section.heading === losers ? [{ ...section, text: losersText(section.text) }] : [];

const losersText = (text: string): string => text.split('\n\n').slice(0, 2).join('\n\n');

const tellingSection = (moved: readonly string[], cid: string, link: string): DraftSection => ({
  heading: annexHeading,
  text: `## ${annexHeading}\n\nThe whole text, with ${moved.join(', ')}: [annex](${link}). Its name is its content, so any copy can be checked: \`${cid}\`.`,
});

/** Before the evidence, which stays last. */
function placed(sections: readonly DraftSection[], told: DraftSection): readonly DraftSection[] {
  const others = sections.filter(({ heading }) => heading !== annexHeading);
  const at = others.findIndex(({ text }) => text.includes(`\`\`\`${evidenceKind}`));
  const before = at < 0 ? others.length : at;
  return [...others.slice(0, before), told, ...others.slice(before)];
}

/** The annex is read without the head that only a venue needs. */
const withoutHead = (top: string): string => top.replace(/^---\n[\s\S]*?\n---\n\s*/, '');

const cidOf = (text: string): string => blockOf(new TextEncoder().encode(text), codecs.raw).cid.toString();

function tooLong(
  sections: readonly DraftSection[],
  moved: readonly DraftSection[],
  length: number,
  most: number,
): StudioError {
  const stays = sections.filter((each) => !moved.includes(each));
  const [largest] = stays.sort((a, b) => b.text.length - a.text.length);
  const name = largest?.heading ?? '';
  return new StudioError({
    code: 'short.too-long',
    message: `What has to stay in the body has ${length} characters, and the space takes ${most}.`,
    hint: `Shorten ${name === '' ? 'what stands above the first section' : `"${name}"`}: it has ${largest?.text.length ?? 0}.`,
  });
}
