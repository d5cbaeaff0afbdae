import type { Answer } from '../../main/api/studio-api.ts';
import type { WindowApi, WindowNews, WindowRequest } from '../../main/api/window/window-api.ts';
import { isAnswer } from '../client/answer.ts';
import type { Bridge } from '../client/ipc-transport.ts';
import { isOpen } from '../sim/run-snapshot.ts';
import type { Command } from '../state/command.ts';
import { takeDropped } from '../state/drop.ts';
import { attempt, perform } from '../state/perform.ts';
import { openProject } from '../state/project.ts';
import type { Studio } from '../state/studio.ts';

/** Between two pieces of news, in milliseconds: a menu is opened by hand. */
const interval = 250;

/** Tells the desktop's window what its menu shall offer and what is computed, and does what the system asks of the page. */
export function followWindow(studio: Studio, bridge: Bridge, commands: readonly Command[]): void {
  let last = '';
  let planned = false;
  const tell = (): void => {
    planned = false;
    const news = newsOf(studio, commands);
    const text = JSON.stringify(news);
    if (text === last) return;
    last = text;
    void bridge.call('window.tell', news);
  };
  const plan = (): void => {
    if (!planned) setTimeout(tell, interval);
    planned = true;
  };
  studio.subscribe(plan);
  studio.simulation.runs.subscribe(plan);
  plan();
  void listen(studio, bridge, commands);
}

/** Asks what the system wants, one thing after another, as long as the page lives. */
async function listen(studio: Studio, bridge: Bridge, commands: readonly Command[]): Promise<void> {
  for (;;) {
    const answer = await bridge.call('window.next', {});
    if (!isRequest(answer)) return;
    void attempt(studio, () => fulfil(studio, commands, answer.value));
  }
}

async function fulfil(studio: Studio, commands: readonly Command[], request: WindowRequest): Promise<void> {
  if (request.kind === 'file') return await takeDropped(studio, new File([request.text], request.name));
  if (request.kind === 'project') return await openProject(studio, request.folder);
  const command = commands.find(({ id, enabled }) => id === request.id && enabled(studio));
  if (command !== undefined) await perform(command, studio);
}

function newsOf(studio: Studio, commands: readonly Command[]): WindowNews {
  const run = studio.simulation.open()?.snapshot.get();
  return {
    commands: commands.map(({ id, title, shortcut, enabled }) => ({
      ...{ id, title, enabled: enabled(studio) },
      ...(shortcut === undefined ? {} : { shortcut }),
    })),
    runs:
      run !== undefined && isOpen(run)
        ? [
            {
              id: run.request.scenario,
              title: run.request.title,
              share: Math.round(run.progress * 100) / 100,
            },
          ]
        : [],
  };
}

/** The main process checked it against the route's own schema: this is the boundary. */
const isRequest = (
  answer: unknown,
): answer is Extract<Answer<Awaited<ReturnType<WindowApi['window.next']>>>, { ok: true }> =>
  isAnswer(answer) && answer.ok;
