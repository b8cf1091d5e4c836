// Packs the parts of a picture that is wider than high: the first in the middle, each other at the
// nearest free place along a spiral round it, also in the gaps between another's branches.

/** A rectangle. A part takes up several: one for every node and its name, small ones along edges. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** Width of the picture over its height. */
const WIDER = 1.7;
/** Units between two turns of the spiral, and between two tries on it. */
const TURN = 26;
const STEP = 18;
/** A part of more boxes than this is packed as one. */
const MANY = 800;

/** The box round all; a large part has hundreds of thousands, too many for the arguments of a call. */
export function around(boxes: readonly Box[]): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
  }
  return { left, right, top, bottom };
}

function shift({ left, right, top, bottom }: Box, { x, y }: Offset): Box {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}

const collide = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** What is taken, by the cells of a coarse grid that it touches. */
class Ground {
  readonly #cells = new Map<number, Box[]>();

  take(boxes: readonly Box[]): void {
    for (const box of boxes) {
      for (const cell of cellsOf(box)) {
        const there = this.#cells.get(cell);
        if (there) there.push(box);
        else this.#cells.set(cell, [box]);
      }
    }
  }

  isFree(box: Box): boolean {
    return !cellsOf(box).some((cell) =>
      this.#cells.get(cell)?.some((other) => collide(box, other)),
    );
  }
}

const CELL = 150;

/** Cells in a row, far more than any picture is wide. */
const ROW = 2 ** 20;

/** The numbers of the cells that a box touches. */
function cellsOf({ left, right, top, bottom }: Box): number[] {
  const cells: number[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) {
      cells.push(y * ROW + x);
    }
  }
  return cells;
}

/** By how much each part is to be moved. Parts come largest first. */
export function pack(parts: readonly (readonly Box[])[]): Offset[] {
  const ground = new Ground();
  let [angle, before] = [0, -1];
  return parts.map((whole) => {
    const boxes = whole.length > MANY ? [around(whole)] : whole;
    // parts of one size are alike: where the last one found no room, this one finds none
    if (boxes.length !== before) angle = 0;
    before = boxes.length;
    const { left, right, top, bottom } = around(whole);
    for (; ; angle += STEP / Math.max(STEP, (TURN * angle) / (2 * Math.PI))) {
      const radius = (TURN * angle) / (2 * Math.PI);
      const offset = {
        x: radius * WIDER * Math.cos(angle) - (left + right) / 2,
        y: radius * Math.sin(angle) - (top + bottom) / 2,
      };
      if (!boxes.every((box) => ground.isFree(shift(box, offset)))) continue;
      ground.take(boxes.map((box) => shift(box, offset)));
      return offset;
    }
  });
}
