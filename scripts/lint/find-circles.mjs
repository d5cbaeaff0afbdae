// Circles in a graph of imports: each is reported once, at the file that comes first in the alphabet.

/**
 * @param {Map<string, { to: string, line: number }[]>} graph files and what they import
 * @returns {{ path: string[], line: number }[]} each circle from a file back to itself
 */
export function findCircles(graph) {
  return [...graph].flatMap(([start, imports]) =>
    imports.flatMap(({ to, line }) => {
      const back = shortestPath(graph, to, start);
      return back?.every((file) => file >= start) ? [{ path: [start, ...back], line }] : [];
    }),
  );
}

/**
 * @param {Map<string, { to: string }[]>} graph
 * @param {string} from @param {string} goal
 * @returns {string[] | undefined}
 */
function shortestPath(graph, from, goal) {
  const paths = [[from]];
  const seen = new Set([from]);
  for (const path of paths) {
    const last = path[path.length - 1] ?? from;
    if (last === goal) return path;
    for (const { to } of graph.get(last) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      paths.push([...path, to]);
    }
  }
  return undefined;
}
