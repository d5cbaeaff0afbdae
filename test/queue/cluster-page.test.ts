// Follows docs/how-to/run-on-a-cluster.md literally, and the files of scripts/cluster as far as no cluster is needed.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/root.mjs';
import { followPage } from '../cli/follow-page.ts';
import { start, studio } from '../cli/studio.ts';
import { startRedis, whyNoQueue } from './redis.ts';

const { folder, answers, answerTo, run } = await followPage('run-on-a-cluster.md');
const page = readFileSync(path.join(root, 'docs/how-to/run-on-a-cluster.md'), 'utf8');
const redis = whyNoQueue === undefined ? await startRedis() : undefined;
afterAll(() => redis?.end());

const experiment = 'my-project/experiments/fixed-amount.yaml';
const manifestIn = (out: string) => JSON.parse(readFileSync(path.join(folder, out, 'manifest.json'), 'utf8'));
const local = await run(`sweep ${experiment} --store alone --out alone/out --json`);
const digest: string = JSON.parse(local.out).digest;
const clusterFile = (name: string) => readFileSync(path.join(root, 'scripts/cluster', name), 'utf8');

describe('shards', () => {
  it('are joined to what one sweep gives', () => {
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(answerTo('--shard 2/3')?.out).toContain('Shard 2/3: 8 simulated, 0 found, 0 failed');
    expect(manifestIn('my-project/out')).toMatchObject({ digest, complete: true, simulated: 0, stored: 24 });
  });

  it('that are missing are named, as the page shows it', async () => {
    const [, shown = ''] = /^```text\n([\s\S]*?)^```$/m.exec(page) ?? [];
    const some = await run(`merge ${experiment} shard-1 shard-3 --store some --out some/out`);
    expect(some).toMatchObject({ code: 1, out: '' });
    expect(some.err).toContain(shown);
    const none = await run(`merge ${experiment} shard-9 --store some`);
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('shard-9') });
    const other = await run(`merge ${experiment} --seeds 1..9 shard-1 shard-2 shard-3 --store other`);
    expect(other.err).toContain('No shard of this sweep has left a record there');
  });

  it('run as an array of SLURM, which counts from 1', () => {
    const bin = path.join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    const command = path.join(bin, 'depin-studio');
    writeFileSync(
      command,
      `#!/bin/sh\nexec "${process.execPath}" "${path.join(root, 'dist/cli/cli.js')}" "$@"\n`,
    );
    chmodSync(command, 0o755);
    const script = path.join(root, 'scripts/cluster/slurm-shards.sh');
    const task = (id: string) =>
      spawnSync('bash', [script], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...{ ...process.env, PATH: `${bin}:${process.env.PATH}`, npm_lifecycle_event: '' },
          ...{ SLURM_ARRAY_TASK_ID: id, EXPERIMENT: experiment, STORE: 'all' },
        },
      });
    expect(task('16').stdout).toContain('Shard 16/16: 0 simulated, 1 found, 0 failed');
    expect(task('').stderr).toContain('is no whole number');
  });

  it('run as an indexed job of Kubernetes, which counts from 0', async () => {
    const job = parse(clusterFile('kubernetes-shards.yaml'));
    expect(job.spec).toMatchObject({ completionMode: 'Indexed', completions: 16 });
    const args = job.spec.template.spec.containers[0].args.map((word: string) =>
      word.replace('/shared/', ''),
    );
    const answered = await studio([...args, '--store', 'all', '--json'], folder, {
      JOB_COMPLETION_INDEX: '0',
    });
    expect(JSON.parse(answered.out)).toMatchObject({ shard: '1/16', runs: 2, stored: 2, complete: true });
  });
});

describe.skipIf(redis === undefined)(`a queue${whyNoQueue === undefined ? '' : ` (${whyNoQueue})`}`, () => {
  const shown = [...page.matchAll(/^```console\n(.*)\n^```$/gm)].map(([, line = '']) =>
    line
      .replace('npm run -s studio -- ', '')
      .replace('redis://127.0.0.1:6379', redis?.url ?? '')
      .split(' '),
  );

  it('ends with the digest of one computer', async () => {
    const [worker = [], sweep = []] = shown;
    const working = start(worker, folder);
    expect(await studio(sweep, folder)).toMatchObject({ code: 0 });
    expect(manifestIn('my-project/over-queue')).toMatchObject({ digest, simulated: 24 });
    working.interrupt();
    expect(await working.done).toMatchObject({ code: 0, out: '24 seeds simulated.\n' });
  });

  it('is asked in the files for clusters with flags that there are', async () => {
    const compose = parse(clusterFile('compose.yaml'));
    const deployment = parse(clusterFile('kubernetes-workers.yaml'));
    const asked: string[][] = [
      compose.services.worker.command,
      deployment.spec.template.spec.containers[0].args,
      compose.services.sweep.command,
    ];
    for (const words of asked) {
      const here = words.map((word) =>
        word
          .replace(/redis:\/\/\w+:6379/, redis?.url ?? '')
          .replace(/^\/(project|shared|runs)/, 'my-project'),
      );
      const end = words[0] === 'worker' ? ['--leave-after', '1'] : ['--estimate'];
      expect(await studio([...here, ...end], folder)).toMatchObject({ code: 0 });
    }
  });
});
