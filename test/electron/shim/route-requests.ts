import type { BrowserContext, Frame, Request as PageRequest } from 'playwright-core';
import type { Schemes } from './schemes.ts';
import type { ShimContents } from './shim-contents.ts';

/** Something that a page asked for and did not get, and who refused it. */
export interface Refusal {
  readonly by: 'will-navigate' | 'window-open-handler' | 'web-request' | 'nobody';
  readonly url: string;
}

/** The app, as far as requests go. */
export interface RequestRules {
  readonly schemes: Schemes;
  /** The contents that own a page; undefined for a window that a page opened. */
  contentsOf(frame: Frame): Promise<ShimContents | undefined>;
  /** True if the session cancels requests for `url`. */
  isCancelled(url: string): boolean;
  refused(refusal: Refusal): void;
}

/** Lets the app decide on every request of its pages. Nothing leaves this computer: what it lets pass fails as well. */
export async function routeRequests(context: BrowserContext, rules: RequestRules): Promise<void> {
  const { schemes } = rules;
  // The window-open handler was asked by `ShimContents`; here the window that Chromium opened all the same goes.
  context.on('page', async (page) => {
    if ((await page.opener()) !== null) await page.close();
  });
  await context.route('**/*', async (route, request) => {
    const url = schemes.fromWeb(request.url());
    if (request.isNavigationRequest() && !(await mayNavigate(request, url, rules))) {
      await route.abort('aborted');
      return;
    }
    const answer = schemes.answerTo(url);
    if (answer === undefined) {
      rules.refused({ by: rules.isCancelled(url) ? 'web-request' : 'nobody', url });
      await route.abort('blockedbyclient');
      return;
    }
    const response = await answer(new Request(url, { method: request.method() }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
}

async function mayNavigate(request: PageRequest, url: string, rules: RequestRules): Promise<boolean> {
  const frame = frameOf(request);
  const contents = frame === undefined ? undefined : await rules.contentsOf(frame);
  if (frame === undefined || contents === undefined) return false;
  if (contents.loading === request.url()) return true;
  const allowed = contents.decideNavigation(url, frame.parentFrame() === null);
  if (!allowed) rules.refused({ by: 'will-navigate', url });
  return allowed;
}

/** Playwright throws while a new window has no frame yet. */
function frameOf(request: PageRequest): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}
