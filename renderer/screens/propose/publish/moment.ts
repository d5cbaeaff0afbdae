import { duration } from '../../../ui/time-format.ts';

/** Seconds since 1970 as "2026-11-24 03:00 UTC"; what no calendar has, as the number that it is. */
export function utcMoment(seconds: number): string {
  const text = isoText(seconds * 1000);
  return text === undefined ? String(seconds) : `${text.replace('T', ' ')} UTC`;
}

/** Seconds since 1970 as a field for a local date and time takes it. */
export function localField(seconds: number): string {
  const ms = seconds * 1000;
  return isoText(ms - new Date(ms).getTimezoneOffset() * 60_000) ?? '';
}

/** To the minute; undefined where no calendar has it. */
function isoText(ms: number): string | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 16);
}

/** The other way round; undefined where the field is empty. */
export function secondsOfField(value: string): number | undefined {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? undefined : Math.floor(at / 1000);
}

/** A span in its largest whole unit: "3 days", "1 hour", or as exactly as it is. */
export function spanWords(seconds: number): string {
  const units = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ] as const;
  const [size, name] = units.find(([each]) => seconds >= each && seconds % each === 0) ?? [];
  if (size === undefined || name === undefined) return duration(seconds);
  return seconds === size ? `1 ${name}` : `${seconds / size} ${name}s`;
}
