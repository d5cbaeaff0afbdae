import type { Problem } from '../../sim-core/contract/errors.ts';
import type { ExportsApi } from './exports/exports-api.ts';
import type { JobsApi } from './jobs/jobs-api.ts';
import type { ModelApi } from './model/model-api.ts';
import type { Nothing } from './nothing.ts';
import type { ProjectsApi } from './projects/projects-api.ts';
import type { ProposalsApi } from './proposals/proposals-api.ts';
import type { PublishApi } from './publish/publish-api.ts';
import type { RunsApi } from './runs/runs-api.ts';
import type { ScenariosApi } from './scenarios/scenarios-api.ts';

/**
 * The hands of the studio: what a screen cannot do by itself. One interface, reached over Electron IPC, loopback HTTP, or
 * in memory; each part has a folder here with its types, the schemas of what it takes and answers, and its routes.
 */
export interface StudioApi
  extends ProjectsApi,
    ScenariosApi,
    ModelApi,
    ExportsApi,
    RunsApi,
    JobsApi,
    ProposalsApi,
    PublishApi {
  'studio.info'(input: Nothing): Promise<StudioInfo>;
}

export type RouteName = keyof StudioApi;

/** Every answer that crosses a door. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export interface StudioInfo {
  readonly version: string;
  /** `sha256:…` of the engine bundle. */
  readonly engineId: string;
  readonly door: 'desktop' | 'browser' | 'memory';
}
