import type { JsonSchema } from '../schema-of-parameter.ts';
import type { SectionName } from './section-names.ts';
import { sensitivitySchema } from './sensitivity-section.ts';

/** The schemas of what single kinds of experiments add. */
export const sectionSchemas: Readonly<Record<SectionName, JsonSchema>> = {
  sensitivity: sensitivitySchema,
  goals: { description: 'What `optimise` is to reach, in sentences.' },
  fit: { type: 'object', description: 'What `calibrate` fits, to which figures.' },
  compare: { description: 'What `compare` sets beside the scenario.' },
  stop: { description: 'When there are enough seeds.' },
};
