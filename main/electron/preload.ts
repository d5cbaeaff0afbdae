/** Runs before the page, in a world of its own: all that the page gets of the desktop is this one function. */
import { contextBridge, ipcRenderer } from 'electron';
import { channel } from './channel.ts';

contextBridge.exposeInMainWorld('studio', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, name, input),
});
