import type { JsonSchema } from '../schema-of-parameter.ts';
import { sensitivitySchema } from './sensitivity-section.ts';

/** Keys of an experiment file that one kind of experiment reads, and their schemas. */
export const sectionNames = ['sensitivity', 'goals', 'fit', 'compare', 'stop'] as const;
export type SectionName = (typeof sectionNames)[number];

export const sectionSchemas: Readonly<Record<SectionName, JsonSchema>> = {
  sensitivity: sensitivitySchema,
  goals: { description: 'What `optimise` is to reach, in sentences.' },
  fit: { type: 'object', description: 'What `calibrate` fits, to which figures.' },
  compare: { description: 'What `compare` sets beside the scenario.' },
  stop: { description: 'When there are enough seeds.' },
};
