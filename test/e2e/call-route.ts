import type { Page } from 'playwright-core';

/** What a route answers to the page: by the desktop's bridge, or over loopback. Throws the problem that it tells. */
export async function callRoute(page: Page, name: string, input: object): Promise<unknown> {
  const answer = await page.evaluate(
    async ([name, input]) => {
      // In a browser that name is an element, as in any page.
      const { call } = Object(Reflect.get(window, 'studio'));
      if (typeof call === 'function') return await call(name, input);
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
      return await reply.json();
    },
    [name, input] as const,
  );
  if (answer.ok !== true) throw new Error(JSON.stringify(answer));
  return answer.value;
}
