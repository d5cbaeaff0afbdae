import type { DraftFacts } from '../draft-facts.ts';

/** Pictures that stand beside the draft as files; what each shows is said for whoever does not see it. */
export function chartsSection({ charts = [] }: Pick<DraftFacts, 'charts'>): readonly string[] {
  if (charts.length === 0) return [];
  const told = charts.map(({ file, summary }) => `![${summary.replace(/[[\]\\`*_]/g, '\\$&')}](${file})`);
  return [['## Charts', ...told].join('\n\n')];
}
