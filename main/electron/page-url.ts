/** A scheme of our own, since `file:` pages may read other files and have no origin. */
export const pageScheme = 'app';
const pageHost = 'studio';

export const pageUrl = `${pageScheme}://${pageHost}/`;

/** True for addresses of the studio's page. Not by `origin`: of schemes that the web does not know, it is the text 'null'. */
export function isPageUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${pageScheme}:` && host === pageHost;
}
