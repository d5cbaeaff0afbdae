/** Keys of an experiment file that one kind of experiment reads. */
export const sectionNames = ['sensitivity', 'goals', 'fit', 'compare', 'stop'] as const;
export type SectionName = (typeof sectionNames)[number];
