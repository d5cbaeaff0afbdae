import type { Box, ModelLayout } from './model-layout.ts';

/** `d` of the curve from one mechanism to another: out at the side where the day goes on, in at the side where it comes from. */
export function edgePath({ direction }: Pick<ModelLayout, 'direction'>, from: Box, to: Box): string {
  if (direction === 'columns') {
    if (from.x === to.x) return bow(from.x + from.width, middle(from).y, middle(to).y, 24);
    const ahead = to.x > from.x;
    const [x1, x2] = ahead ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
    const pull = Math.max(20, Math.abs(x2 - x1) / 2) * (ahead ? 1 : -1);
    return `M${x1},${middle(from).y}C${x1 + pull},${middle(from).y} ${x2 - pull},${middle(to).y} ${x2},${middle(to).y}`;
  }
  if (from.y === to.y) {
    const x = middle(from).x;
    const top = from.y - 10;
    return `M${x},${from.y}C${x},${top} ${middle(to).x},${top} ${middle(to).x},${to.y}`;
  }
  const down = to.y > from.y;
  if (from.x === to.x) {
    const out = Math.min(22, 8 + Math.abs(to.y - from.y) / 40);
    return down
      ? bow(from.x + from.width, middle(from).y + 6, middle(to).y - 6, out)
      : bow(from.x, middle(from).y - 6, middle(to).y + 6, -out);
  }
  const [y1, y2] = down ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
  const pull = Math.max(14, Math.abs(y2 - y1) / 2) * (down ? 1 : -1);
  return `M${middle(from).x},${y1}C${middle(from).x},${y1 + pull} ${middle(to).x},${y2 - pull} ${middle(to).x},${y2}`;
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

const bow = (x: number, y1: number, y2: number, out: number): string =>
  `M${x},${y1}C${x + out},${y1} ${x + out},${y2} ${x},${y2}`;
