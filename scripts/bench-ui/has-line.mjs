/** Whether a chart on the page has a line, as a text that the page computes. */
export const hasLine = `[...document.querySelectorAll('.chart-picture [data-part=path], .chart-picture [data-part=median]')].some((line) =>
  line.getAttribute('d')?.includes('L'))`;
