import type { WebContents } from 'electron';
import { toProblem } from '../../sim-core/contract/errors.ts';
import type { Answer } from '../api/studio-api.ts';
import type { WindowNews, WindowRequest } from '../api/window/window-api.ts';
import { windowRoutes } from '../api/window/window-routes.ts';

/** What the desktop does with what a page says; `sender` is the contents that it runs in. */
export interface WindowHandlers {
  tell(news: WindowNews, sender: WebContents): Promise<void>;
  next(sender: WebContents): Promise<WindowRequest>;
}

type WindowRoute = keyof typeof windowRoutes;

/** True for the routes that are the window's own. */
export const isWindowRoute = (name: unknown): name is WindowRoute =>
  typeof name === 'string' && Object.hasOwn(windowRoutes, name);

/** Answers one of them: `input` is whatever was sent, and is checked here. Never rejects. */
export async function answerWindow(
  window: WindowHandlers,
  name: WindowRoute,
  input: unknown,
  sender: WebContents,
): Promise<Answer<unknown>> {
  const checked = windowRoutes[name].input.safeParse(input);
  if (!checked.success) return invalid(name);
  try {
    if (name === 'window.next') return { ok: true, value: await window.next(sender) };
    await window.tell(windowRoutes['window.tell'].input.parse(input), sender);
    return { ok: true, value: {} };
  } catch (thrown) {
    return { ok: false, problem: toProblem(thrown) };
  }
}

const invalid = (name: WindowRoute): Answer<never> => ({
  ok: false,
  problem: { code: 'input.invalid', message: `The input of ${name} is not what it takes.`, where: name },
});
