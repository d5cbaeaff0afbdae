import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { fresh, small } from '../cli/studio.ts';

describe('a full disk', () => {
  const cli = path.join(root, 'dist/cli/cli.js');
  const inOwnNamespace = (script: string) =>
    spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script], { encoding: 'utf8' });
  const canMount = inOwnNamespace('mount -t tmpfs tmpfs /mnt').status === 0;

  // test/experiments/runner.test.ts does the same with a disk that only says that it is full.
  it.skipIf(!canMount)('stops a sweep, keeps what is done, and is gone on with when there is room', () => {
    const disk = fresh('disk');
    mkdirSync(disk, { recursive: true });
    const sweep = [
      ...[
        process.execPath,
        cli,
        'sweep',
        small,
        '--vary',
        'agents.token.supply=1000000..2000000/10',
        '--seeds',
        '1..4',
      ],
      ...['--store', `${disk}/runs`, '--out', `${disk}/out`, '--json'],
    ].join(' ');
    const { stdout, stderr } = inOwnNamespace(
      `mount -t tmpfs -o size=300k tmpfs ${disk}; ${sweep}; echo $?; mount -o remount,size=20m ${disk}; ${sweep}; echo $?`,
    );
    const [full, last, code] = stdout.trim().split('\n');
    expect([full, code]).toEqual(['1', '0']);
    expect(stderr).toContain('cannot be written: the disk is full.');
    expect(stderr).toContain('Make room. What is done is kept: start it again');
    const { complete, stored, simulated } = JSON.parse(last ?? '');
    expect({ complete, all: stored + simulated }).toEqual({ complete: true, all: 40 });
    expect(stored).toBeGreaterThan(0);
    expect(simulated).toBeGreaterThan(0);
  });
});
