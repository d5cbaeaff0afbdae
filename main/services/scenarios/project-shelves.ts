import path from 'node:path';
import type { OwnCodeReader } from '../own-code/own-code.ts';
import type { ProjectKeeper } from '../projects/project-keeper.ts';
import type { Shelf } from './shelf.ts';

interface ShelfParts {
  /** The folder of the scenarios that are shipped. */
  readonly shipped: string;
  readonly projects: ProjectKeeper;
  readonly ownCode: OwnCodeReader;
}

/** The shelf of the open project, with the code that its scenarios may use. */
export async function ownShelf({ projects, ownCode }: Omit<ShelfParts, 'shipped'>): Promise<Shelf> {
  const folder = await projects.folder();
  return { place: 'project', folder: path.join(folder, 'scenarios'), own: await ownCode.of(folder) };
}

/** Scenarios that are shipped, and those of the open project, which hide them. */
export const projectShelves = async (parts: ShelfParts): Promise<readonly [Shelf, Shelf]> => [
  { place: 'shipped', folder: parts.shipped },
  await ownShelf(parts),
];
