/** The one channel between the page and the main process. */
export const channel = 'studio:call';
