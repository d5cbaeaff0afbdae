import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { Nothing } from '../nothing.ts';

/** A folder that a team keeps: scenarios, experiments, proposals, runs, and code of its own. */
export interface ProjectView {
  /** Absolute. */
  readonly folder: string;
  /** Its last part. */
  readonly name: string;
  /** False until something is saved in it. */
  readonly exists: boolean;
}

/** A module of a project: mechanisms, metrics or a model. */
export interface ModuleView {
  /** Such as `mechanisms/emission/grant.js`. */
  readonly name: string;
  /** `sha256:…` over its text. */
  readonly id: string;
  readonly text: string;
  readonly trusted: boolean;
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
  /** Modules of the project's own, and why they may not run: `extension.untrusted`, or what is wrong with one. */
  'projects.code'(
    input: Nothing,
  ): Promise<{ readonly modules: readonly ModuleView[]; readonly problems: readonly Problem[] }>;
  /** Lets modules run on this computer from now on, until their text changes. Asked of the person, who has seen the text. */
  'projects.trust'(input: { readonly ids: readonly string[] }): Promise<Nothing>;
  /**
   * A digest over names, sizes and times of the files that people edit: it changes when one of them is changed, by this studio or
   * by anything else.
   */
  'projects.revision'(input: Nothing): Promise<{ readonly revision: string }>;
}
