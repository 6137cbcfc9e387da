// Where four round buttons stand around somebody, in pixels of the canvas.
import { type Box, overlap } from "./where";

export const SIZE = 44;
export const ORDER = ["above", "left", "right", "below"];
const GAP = 6;

type Corner = { x: number; y: number };

/** Top left corners in the order of ORDER, clear of the labels. */
export function around(core: Box, labels: Box[]): Corner[] {
  const x = (core.left + core.right - SIZE) / 2;
  const y = (core.top + core.bottom - SIZE) / 2;
  const column = labels.filter((box) => box.left < x + SIZE && box.right > x);
  const line = labels.filter((box) => box.top < core.bottom && box.bottom > core.top);
  return [
    { x, y: Math.min(core.top, ...column.map((box) => box.top)) - GAP - SIZE },
    { x: Math.min(core.left, ...line.map((box) => box.left)) - GAP - SIZE, y },
    { x: Math.max(core.right, ...line.map((box) => box.right)) + GAP, y },
    { x, y: Math.max(core.bottom, ...column.map((box) => box.bottom)) + GAP },
  ];
}

/** The parent above, the others below: for who stands at an edge. */
export function fan(core: Box, labels: Box[]): Corner[] {
  const [above, , , below] = around(core, labels) as [Corner, Corner, Corner, Corner];
  const step = SIZE + GAP;
  const x = Math.max(0, below.x - step);
  return [{ ...above, x: Math.max(0, above.x) }, { x, y: below.y }, { x: x + 2 * step, y: below.y }, { x: x + step, y: below.y }];
}

/** Whether no button covers somebody else or falls off the paper. */
export function isFree(way: Corner[], others: Box[], paper: Box): boolean {
  return way.every(({ x, y }) => {
    const box = { left: x, top: y, right: x + SIZE, bottom: y + SIZE };
    const onPaper = x >= paper.left && y >= paper.top && box.right <= paper.right && box.bottom <= paper.bottom;
    return onPaper && !others.some((other) => overlap(box, other));
  });
}
