/** For `JSON.stringify`: JSON has no NaN. */
export const orNull = (_key: string, value: unknown): unknown => (Number.isNaN(value) ? null : value);
