import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fresh, small, studio } from './studio.ts';

describe('an experiment file', () => {
  const text = `id: supplies
title: Supplies
question: Does supply matter?
scenario: ../scenarios/tiny
seeds: 1..2
design:
  kind: factorial
  parameters:
    agents.token.supply: { values: [1000000, 2000000] }
measure: [market.price@end]
`;
  const projectWith = (experiment: string) => {
    const project = fresh('project');
    mkdirSync(path.join(project, 'experiments'), { recursive: true });
    mkdirSync(path.join(project, 'scenarios'), { recursive: true });
    cpSync(small, path.join(project, 'scenarios/tiny'), { recursive: true });
    writeFileSync(path.join(project, 'experiments/supplies.yaml'), experiment);
    return project;
  };

  it('is run in its project: runs are kept there, by path or by id', async () => {
    const project = projectWith(text);
    const { code, out } = await studio(['sweep', 'experiments/supplies.yaml', '--json'], project);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ simulated: 4, experiment: { id: 'supplies' } });
    expect(readdirSync(path.join(project, 'runs'))).toHaveLength(2);
    const table = readFileSync(path.join(project, 'out/supplies/sweep.csv'), 'utf8');
    expect(table.trimEnd().split('\n')).toHaveLength(3);
    writeFileSync(path.join(project, 'experiments/supplies.yaml'), text.replace('../scenarios/tiny', 'tiny'));
    const again = await studio(['sweep', 'experiments/supplies.yaml', '--json'], project);
    expect(JSON.parse(again.out)).toMatchObject({ simulated: 0, stored: 4 });
  });

  it.each([
    [
      'agents.token.supply:',
      'agents.token.suply:',
      'experiments/supplies.yaml:9:5: There is no parameter "agents.token.suply".',
    ],
    ['1000000,', '-1,', 'experiments/supplies.yaml:9:5: agents.token.supply is -1 token'],
    ['scenarios/tiny', 'scenarios/tine', 'experiments/supplies.yaml:4:11: '],
    ['1..2', '2..1', 'experiments/supplies.yaml:5:8: The seeds "2..1" cannot be read.'],
    [
      'market.price@end',
      'market.prise@end',
      'experiments/supplies.yaml:10:11: The scenario reports no metric "market.prise".',
    ],
    ['measure:', 'measures:', 'experiments/supplies.yaml:10:1: The experiment has no key "measures".'],
    [
      'seeds:',
      'set: { horizon: 1 yeer }\nseeds:',
      'experiments/supplies.yaml:5:8: horizon is the text "1 yeer"',
    ],
    [
      'seeds:',
      'overlays: [price-crash]\nseeds:',
      'experiments/supplies.yaml:5:12: shocks.price-crash strikes after 365 days',
    ],
  ])('%j -> %j is refused with its place', async (from, to, expected) => {
    const project = projectWith(text.replace(from, to));
    const { code, err } = await studio(['sweep', 'experiments/supplies.yaml'], project);
    expect(code).toBe(2);
    expect(err).toContain(expected);
    expect(existsSync(path.join(project, 'runs'))).toBe(false);
  });

  it('says itself what flags would say', async () => {
    const { code, err } = await studio(
      ['sweep', 'experiments/supplies.yaml', '--vary', 'horizon=1 year'],
      projectWith(text),
    );
    expect(code).toBe(2);
    expect(err).toContain('--vary stands beside an experiment file');
  });

  it('is checked by `experiment validate`', async () => {
    const project = projectWith(text.replace('[1000000, 2000000]', '[]'));
    writeFileSync(path.join(project, 'experiments/good.yaml'), text);
    const { code, out, err } = await studio(
      ['experiment', 'validate', 'experiments/good.yaml', 'experiments/supplies.yaml'],
      project,
    );
    expect({ code, out }).toEqual({ code: 2, out: 'experiments/good.yaml: good\n' });
    expect(err).toContain('experiments/supplies.yaml:9:36: agents.token.supply.values is an empty list');
  });
});
