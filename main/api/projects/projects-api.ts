import type { Nothing } from '../studio-api.ts';

/** A folder that a team keeps: scenarios, experiments, proposals, runs, and code of its own. */
export interface ProjectView {
  /** Absolute. */
  readonly folder: string;
  /** Its last part. */
  readonly name: string;
  /** False until something is saved in it. */
  readonly exists: boolean;
}

export interface ProjectsApi {
  /** The project that is open, and those that were, the latest first. */
  'projects.current'(
    input: Nothing,
  ): Promise<{ readonly project: ProjectView; readonly recent: readonly ProjectView[] }>;
  /** Opens another folder, which may be new. Throws `project.unusable`. */
  'projects.open'(input: { readonly folder: string }): Promise<ProjectView>;
  /** Desktop: asks for a folder; null where the person chose none, and in a browser, which asks for a path instead. */
  'projects.choose'(input: Nothing): Promise<{ readonly folder: string | null }>;
  /**
   * A digest over names, sizes and times of the files that people edit: it changes when one of them is changed, by this studio or
   * by anything else.
   */
  'projects.revision'(input: Nothing): Promise<{ readonly revision: string }>;
}
