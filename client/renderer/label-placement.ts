// Places names so that none covers another: the largest node chooses first among right, left,
// below, above and the corners, and takes the place that crosses the fewest lines; who finds no room goes
// without until the reader zooms in. Sigma's own label grid has already thinned the candidates.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A node that wants its name shown, in viewport pixels. */
export interface LabelWish {
  readonly key: string;
  readonly text: string;
  readonly font: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Hovered, selected or beside what is: shown even without room. */
  readonly forced: boolean;
  readonly dimmed: boolean;
}

export interface PlacedLabel extends LabelWish {
  readonly box: Box;
}

const GAP = 6;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function boxAt(x: number, y: number, { width, height }: LabelWish): Box {
  return { left: x, top: y - height / 2, right: x + width, bottom: y + height / 2 };
}

function places(wish: LabelWish): readonly Box[] {
  const { x, y, radius, width, height } = wish;
  const away = radius + GAP;
  const aside = radius * 0.7 + GAP;
  const [right, left] = [x + aside, x - aside - width];
  const [below, above] = [y + radius * 0.7 + height / 2, y - radius * 0.7 - height / 2];
  return [
    boxAt(x + away, y, wish),
    boxAt(x - away - width, y, wish),
    boxAt(x - width / 2, y + away + height / 2, wish),
    boxAt(x - width / 2, y - away - height / 2, wish),
    boxAt(right, below, wish),
    boxAt(right, above, wish),
    boxAt(left, below, wish),
    boxAt(left, above, wish),
  ];
}

const byImportance = (a: LabelWish, b: LabelWish): number =>
  Number(b.forced) - Number(a.forced) ||
  b.radius - a.radius ||
  (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** What names keep clear of. */
export interface Surroundings {
  /** The canvas: a name is not cut off by its edge. */
  readonly frame: Box;
  readonly discs: readonly (Box & { readonly key: string })[];
  /** Points along the lines, to be crossed by as few names as possible. */
  readonly lines: readonly { readonly x: number; readonly y: number }[];
}

const within = ({ left, right, top, bottom }: Box, frame: Box): boolean =>
  left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;

const crossings = (box: Box, { lines }: Surroundings): number =>
  lines.reduce(
    (count, { x, y }) =>
      x > box.left && x < box.right && y > box.top && y < box.bottom ? count + 1 : count,
    0,
  );

/** The box with the fewest crossings; the first of equals. */
function leastCrossed(boxes: readonly Box[], around: Surroundings): Box | undefined {
  const counted = boxes.map((box) => ({ box, count: crossings(box, around) }));
  const least = Math.min(...counted.map(({ count }) => count));
  return counted.find(({ count }) => count === least)?.box;
}

/** One of the largest nodes for so many square pixels is named even where that hides small ones. */
const ROOM_OF_MAIN = 33_000;

const area = ({ left, right, top, bottom }: Box): number => (right - left) * (bottom - top);

/** The box that hides least of the nodes of others. */
function leastHiding(
  boxes: readonly Box[],
  { key }: LabelWish,
  around: Surroundings,
): Box | undefined {
  const inside = boxes.filter((box) => within(box, around.frame));
  const hidden = inside.map((box) =>
    around.discs.reduce(
      (sum, disc) => (disc.key !== key && overlap(box, disc) ? sum + area(disc) : sum),
      0,
    ),
  );
  return inside[hidden.indexOf(Math.min(...hidden))];
}

/**
 * The names that find room. One of the main ones may hide small nodes, and a forced one makes do
 * with any place; none hides another name.
 */
export function placeLabels(wishes: readonly LabelWish[], around: Surroundings): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const most = area(around.frame) / ROOM_OF_MAIN;
  for (const [order, wish] of [...wishes].sort(byImportance).entries()) {
    const possible = places(wish).filter((box) => !placed.some((other) => overlap(box, other.box)));
    const clear = possible.filter(
      (box) =>
        within(box, around.frame) &&
        !around.discs.some((disc) => disc.key !== wish.key && overlap(box, disc)),
    );
    const main = order < most && !wish.dimmed;
    const box =
      leastCrossed(clear, around) ??
      (main ? leastHiding(possible, wish, around) : undefined) ??
      (wish.forced ? possible[0] : undefined);
    if (box) placed.push({ ...wish, box });
  }
  return placed;
}
