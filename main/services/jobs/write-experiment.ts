import { stringify } from 'yaml';
import type { JobAsked } from '../../api/jobs/experiment-asked.ts';

/** Name of the figures beside the experiment that is fitted to them: the person's file name, made plain. */
export function recordFile(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/\.csv$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${plain === '' ? 'record' : plain.slice(0, 60)}.csv`;
}

/** The experiment file of what a page asks; its scenario and its figures stand in a folder beside it that has its name. */
export function experimentText(id: string, { experiment, record }: Omit<JobAsked, 'text'>): string {
  const { title, question, seeds, measure, design, sensitivity, goals, fit, flip } = experiment;
  const data = record === undefined ? {} : { data: `${id}/${recordFile(record.name)}` };
  const content = {
    id,
    title,
    question,
    scenario: `${id}/scenario.yaml`,
    seeds,
    ...given({ design, measure, sensitivity, goals }),
    ...(fit === undefined ? {} : { fit: { ...data, ...fit } }),
    ...given({ flip }),
  };
  return stringify(content, { lineWidth: 120 });
}

const given = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
