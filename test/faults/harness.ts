import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FaultKind, KindName } from './fault.ts';
import { wrongClock } from './kinds/clock.ts';
import { cutConnection } from './kinds/cut.ts';
import { damage } from './kinds/damage.ts';
import { fullDisk } from './kinds/full-disk.ts';
import { kill } from './kinds/kill.ts';
import { noMemory } from './kinds/memory.ts';
import { mountDisk, unmount } from './kinds/mounts.ts';
import { readOnly } from './kinds/read-only.ts';
import { luckOf } from './luck.ts';
import { copyStudio } from './studio-copy.ts';
import type { Prepared, Subject } from './subject.ts';
import { exported } from './subjects/export.ts';
import { job } from './subjects/job.ts';
import { publish } from './subjects/publish.ts';
import { run } from './subjects/run.ts';
import { save } from './subjects/save.ts';
import { sweep } from './subjects/sweep.ts';

/** What became of one case. */
export interface Outcome {
  readonly subject: string;
  readonly kind: KindName;
  readonly luck: string;
  readonly how: string;
  /** False where the fault came too late, or nothing was there for it to hit. */
  readonly struck: boolean;
  readonly broken: readonly string[];
  readonly said: string;
}

export interface Harness {
  /** Pairs of a subject and a fault that can hit it, and what is lacking on this computer. */
  readonly pairs: readonly { readonly subject: Subject; readonly kind: FaultKind }[];
  readonly lacking: readonly string[];
  carryOut(subject: Subject, kind: FaultKind, luck: string): Promise<Outcome>;
  close(): void;
}

const subjects: readonly Subject[] = [run, sweep, exported, save, job, publish];

/** Copies the studio that is built in `root`, and does everything once undisturbed. */
export async function openHarness(root: string, wanted: string): Promise<Harness> {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-faults-'));
  const studio = await copyStudio(root, path.join(folder, 'studio'));
  const kinds = kindsHere(folder);
  const pairs = subjects.flatMap((subject) =>
    kinds
      .filter(({ name, lacking }) => subject.kinds.includes(name) && lacking === undefined)
      .filter(({ name }) => `${subject.name}/${name}`.includes(wanted))
      .map((kind) => ({ subject, kind })),
  );
  const prepared = new Map<Subject, Promise<Prepared>>();
  const preparedOf = (subject: Subject): Promise<Prepared> => {
    const known = prepared.get(subject) ?? subject.prepare(studio, path.join(folder, subject.name));
    prepared.set(subject, known);
    return known;
  };
  let cases = 0;
  return {
    pairs,
    lacking: kinds.flatMap(({ name, lacking }) => (lacking === undefined ? [] : [`${name}: ${lacking}`])),
    async carryOut(subject, kind, luck) {
      cases += 1;
      const place = path.join(folder, `case-${cases}`);
      mkdirSync(place);
      const ownDisk = kind.name === 'full disk' && mountDisk(place);
      try {
        return await carryOutIn(place, await preparedOf(subject), { subject, kind, luck });
      } finally {
        if (ownDisk) unmount(place);
        rmSync(place, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function kindsHere(folder: string): readonly FaultKind[] {
  const probe = path.join(folder, 'probe');
  mkdirSync(probe);
  const canMount = process.platform === 'linux' && mountDisk(probe);
  if (canMount) unmount(probe);
  return [kill, fullDisk(canMount), readOnly(canMount), cutConnection, wrongClock, damage, noMemory];
}

interface Case {
  readonly subject: Subject;
  readonly kind: FaultKind;
  readonly luck: string;
}

/** What no door may ever say. */
const crash = /fault of ours|"code":"defect"|^ {4}at |HANGS|UnhandledPromise/m;

async function carryOutIn(
  place: string,
  { measured, scene: open }: Prepared,
  { subject, kind, luck: text }: Case,
): Promise<Outcome> {
  const luck = luckOf(`${subject.name} ${kind.name} ${text}`);
  const scene = await open(place, luck);
  const fault = kind.make(luck, measured);
  try {
    await fault.begin?.(scene);
    const told = await scene.attempt(fault);
    await fault.lift(scene);
    const { broken, said } = await scene.again(told, kind.name);
    const crashed = [told.text, said].filter((each) => crash.test(each)).map((each) => `it crashed: ${each}`);
    return {
      ...{ subject: subject.name, kind: kind.name, luck: text, how: fault.how },
      ...{ struck: fault.struck(told), broken: [...broken, ...crashed], said },
    };
  } catch (thrown) {
    await fault.lift(scene).catch(() => {});
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return {
      ...{ subject: subject.name, kind: kind.name, luck: text, how: fault.how },
      ...{ struck: true, broken: [`the case itself failed: ${why}`], said: '' },
    };
  } finally {
    await scene.close?.();
  }
}
