import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { answer } from '../api/answer.ts';
import type { Answer, StudioApi } from '../api/studio-api.ts';
import { answerWindow, isWindowRoute, type WindowHandlers } from './answer-window.ts';
import { channel } from './channel.ts';
import { isPageUrl } from './page-url.ts';

interface Answering {
  readonly api: Partial<StudioApi>;
  readonly window: WindowHandlers;
  /** Told of each call of the page, with how it was answered. */
  onAnswer(name: unknown, answer: Answer<unknown>): void;
}

/** Answers the calls of the page, and of nothing else that may run in a window. */
export function answerCalls({ api, window, onAnswer }: Answering): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    if (!isFromPage(event)) return refusal;
    const given = isWindowRoute(name)
      ? await answerWindow(window, name, input, event.sender)
      : await answer(api, name, input);
    onAnswer(name, given);
    return given;
  });
}

/** Only the top frame, and only while it shows our page. */
function isFromPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isPageUrl(senderFrame.url);
}

const refusal: Answer<never> = {
  ok: false,
  problem: { code: 'request.foreign', message: 'The studio answers only its own page.' },
};
