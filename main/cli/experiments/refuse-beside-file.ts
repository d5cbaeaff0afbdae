import { StudioError } from '../../../sim-core/contract/errors.ts';

/** An experiment file says itself what is asked: throws `experiment.two-ways` where one of these flags, by name, says it as well. */
export function refuseBesideFile(flags: Readonly<Record<string, unknown>>): void {
  const given = Object.entries(flags).find(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  if (given === undefined) return;
  throw new StudioError({
    code: 'experiment.two-ways',
    message: `--${given[0]} stands beside an experiment file, which says that itself.`,
    hint: 'Change the file, or name a scenario in its place.',
    where: `--${given[0]}`,
  });
}
