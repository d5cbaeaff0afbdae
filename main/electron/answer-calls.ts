import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { answer } from '../api/answer.ts';
import type { Answer, StudioApi } from '../api/studio-api.ts';
import { channel } from './channel.ts';
import { isPageUrl } from './page-url.ts';

/** Answers the calls of the page, and of nothing else that may run in a window. */
export function answerCalls(api: Partial<StudioApi>): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, name: unknown, input: unknown) =>
    isFromPage(event) ? answer(api, name, input) : refusal,
  );
}

/** Only the top frame, and only while it shows our page. */
function isFromPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isPageUrl(senderFrame.url);
}

const refusal: Answer<never> = {
  ok: false,
  problem: { code: 'request.foreign', message: 'The studio answers only its own page.' },
};
