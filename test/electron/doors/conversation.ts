import type { Answer, RouteName } from '../../../main/api/studio-api.ts';

/** One way to the studio; what was asked and answered over it. */
export type Ask = (name: RouteName, input: unknown) => Promise<Answer<unknown>>;

type Value = Record<string, unknown>;

/**
 * A conversation that a page could have with the studio, of every part of `StudioApi` that needs neither a network nor a person. The
 * answers in their order: over every door they have to be the same.
 */
export async function converse(ask: Ask): Promise<readonly [RouteName, Answer<unknown>][]> {
  const said: [RouteName, Answer<unknown>][] = [];
  const say = async (name: RouteName, input: unknown): Promise<Value> => {
    const answer = await ask(name, input);
    said.push([name, answer]);
    return answer.ok ? Object(answer.value) : {};
  };
  await say('projects.current', {});
  await say('projects.code', {});
  await say('projects.trust', { ids: [] });
  await say('projects.open', { folder: 'no full path' });
  await say('model.mechanisms', {});
  await say('model.outputs', {});
  await say('model.schema', {});
  await say('scenarios.list', {});
  await say('scenarios.open', { id: 'no-such-scenario' });

  const id = 'blank-network';
  const { text } = await say('scenarios.open', { id });
  await say('scenarios.text', { id });
  await say('scenarios.check', { id, text: 'id: broken\nversion: one\n' });
  const edit = { kind: 'set', path: 'horizon', written: '30d', because: 'a short test' };
  const edited = await say('scenarios.edit', { id, text, edits: [edit] });
  const saved = await say('scenarios.save', { id: 'mine', text: edited.text, base: id, title: 'Mine' });
  await say('scenarios.save', { id: 'mine', text: saved.text });
  await say('scenarios.list', {});

  const scenario = { scenario: 'mine', text: saved.text };
  await say('jobs.choices', scenario);
  await say('jobs.list', {});
  await say('jobs.get', { id: 'sweep-1' });
  for (const what of ['pause', 'resume', 'cancel', 'remove'] as const)
    await say(`jobs.${what}`, { id: 'sweep-1' });
  const record = { name: 'record.csv', text: 'date,price\n2024-01-01,1.5\n2024-01-02,1.25\n' };
  await say('data.read', { ...scenario, record });

  await say('runs.list', { from: 0 });
  await say('runs.open', { run: 'a'.repeat(64) });
  await say('runs.query', { sql: 'select 1' });

  await say('proposals.save', { id: 'halve', text: '# Halve the emission\n\nNo evidence.\n' });
  await say('proposals.open', { id: 'halve' });
  await say('proposals.open', { id: 'none' });
  await say('proposals.list', {});
  await say('proposals.verify', { text: '# No evidence\n' });
  await say('proposals.fork', { text: '# No evidence\n', set: [{ path: 'horizon', written: '30d' }] });
  await say('proposals.outcome', { text: '# No evidence\n', record });
  await say('proposals.fetch', { link: 'file:///etc/hosts' });
  await say('proposals.shorten', { id: 'halve', text: '# Halve the emission\n\nShort.\n', most: 10_000 });
  await say('proposals.handOn', { id: 'halve', text: '# Halve the emission\n\nNo evidence.\n' });
  await say('proposals.task', { task: 'none' });
  return said;
}
