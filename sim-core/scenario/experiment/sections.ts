import type { Field } from '../entry.ts';
import type { Reading } from '../reading.ts';
import type { JsonSchema } from '../schema-of-parameter.ts';
import { type CompareSection, compareSchema, readCompare } from './compare-section.ts';
import { type FitSection, fitSchema, readFit } from './fit-section.ts';
import { type FlipSection, flipSchema, readFlip } from './flip-section.ts';
import type { Placed } from './placed.ts';
import { readPlaced, readPlacedList } from './read-placed.ts';
import type { SectionName } from './section-names.ts';
import { readSensitivity, type SensitivitySection, sensitivitySchema } from './sensitivity-section.ts';

/** What single kinds of experiments add to a file, read and found good by itself. */
export interface Sections {
  readonly sensitivity?: SensitivitySection;
  /** Sentences, which `parseGoals` reads. */
  readonly goals?: readonly Placed[];
  readonly fit?: FitSection;
  readonly compare?: CompareSection;
  readonly flip?: FlipSection;
  /** As `parseStopRule` reads it. */
  readonly stop?: Placed;
}

type Readers = { readonly [Name in SectionName]: (reading: Reading, field: Field) => Sections[Name] };

const goalsHint = 'Write a list such as [maximise providers.active@36mo, subject to sustainable].';
const stopHint =
  'Write stop: verdict sustainable < 2 (points), or stop: market.price@end < 5 % (of the median).';

const readers: Readers = {
  sensitivity: readSensitivity,
  goals: (reading, field) => readPlacedList(reading, field, 'goals', goalsHint),
  fit: readFit,
  compare: readCompare,
  flip: readFlip,
  stop: (reading, { value }) => readPlaced(reading, value, 'stop', stopHint),
};

/** Reads the sections that a file has; what is wrong with them is in `reading`. */
export const readSections = (reading: Reading, fields: ReadonlyMap<SectionName, Field>): Sections =>
  // Each key is given what its own reader returns.
  Object.fromEntries(
    [...fields].map(([name, field]) => [name, readers[name](reading, field)] as const),
  ) as Sections;

/** The schemas of what single kinds of experiments add. */
export const sectionSchemas: Readonly<Record<SectionName, JsonSchema>> = {
  sensitivity: sensitivitySchema,
  goals: {
    anyOf: [
      { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, uniqueItems: true },
      { type: 'string', minLength: 1 },
    ],
    description:
      'What `optimise` is to reach, in sentences: maximise or minimise a measure, subject to constraints.',
  },
  fit: fitSchema,
  compare: compareSchema,
  flip: flipSchema,
  stop: {
    type: 'string',
    minLength: 1,
    description:
      'When `run` has enough seeds: verdict sustainable < 2 (points), or market.price@end < 5 % (of the median).',
  },
};
