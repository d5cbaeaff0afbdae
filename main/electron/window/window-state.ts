import path from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import type { Files } from '../../ports/files.ts';
import { jsonIn } from '../../services/json-in.ts';

/** Where the window was: in pixels of the screen, and whether it filled it. */
const state = z.strictObject({
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof state>;

const fileIn = (userFolder: string): string => path.join(userFolder, 'window.json');

/** The window as it was left; undefined the first time, and where its place is on no screen of today. */
export async function readWindowState(files: Files, userFolder: string): Promise<WindowState | undefined> {
  const content = await files.read(fileIn(userFolder), 10_000);
  const kept = content.kind === 'bytes' ? state.safeParse(jsonIn(content.bytes)).data : undefined;
  const isSeen = screen.getAllDisplays().some(({ workArea }) => kept && overlap(workArea, kept.bounds));
  return isSeen ? kept : undefined;
}

/** Writes the window's place whenever it closes. A disk that is full must not keep it open. */
export function keepWindowState(window: BrowserWindow, files: Files, userFolder: string): void {
  window.on('close', () => {
    const left: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    const write = async () => {
      await files.makeFolder(userFolder);
      await files.write(fileIn(userFolder), `${JSON.stringify(left)}\n`);
    };
    void write().catch(() => {});
  });
}

/** True where enough of the window can be seen to take hold of it: 100 by 50 pixels. */
function overlap(area: Rectangle, { x, y, width, height }: Rectangle): boolean {
  const across = Math.min(area.x + area.width, x + width) - Math.max(area.x, x);
  const down = Math.min(area.y + area.height, y + height) - Math.max(area.y, y);
  return across >= 100 && down >= 50;
}
