import { isText } from '../json.ts';

/** True for a text of `least` to `most` characters; an emoji counts one here, as JSON Schema counts. */
export function isTextOf(value: unknown, least: number, most: number): value is string {
  if (!isText(value)) return false;
  const length = [...value].length;
  return length >= least && length <= most;
}

/** Nothing, or what begins like an address on the web, IPFS or Snapshot. */
export const isLink = (value: unknown): value is string =>
  isTextOf(value, 0, 256) && (value === '' || /^(https?|ipfs|ipns|snapshot):\/\//.test(value));

export const isLabels = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= 10 &&
  new Set(value).size === value.length &&
  value.every((label) => isText(label) && /^[a-zA-Z0-9]{1,8}$/.test(label));
