/** What JSON can say. Bodies come from strangers, so nothing is known of one before it was looked at. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const isText = (value: unknown): value is string => typeof value === 'string';

/** JSON has no infinity, but `1e999` reads as one. */
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** How the server reads JSON inside of JSON: what cannot be read is `{}`, without a word. */
export function readJson(text: unknown): Json {
  try {
    return JSON.parse(String(text));
  } catch {
    return {};
  }
}
