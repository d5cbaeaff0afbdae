import type { Answer, RouteName } from '../../main/api/studio-api.ts';

/** One way to reach `StudioApi`. It never rejects for what a person can act on: that is an answer that is not ok. */
export type Transport = (name: RouteName, input: unknown) => Promise<Answer<unknown>>;
