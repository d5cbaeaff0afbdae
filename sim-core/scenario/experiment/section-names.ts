/** Keys of an experiment file that one kind of experiment reads. */
export const sectionNames = ['sensitivity', 'goals', 'fit', 'compare', 'flip', 'stop'] as const;
export type SectionName = (typeof sectionNames)[number];
