// Pushes apart discs that overlap, pair by pair, until none does or the rounds are used up.

export interface Place {
  x: number;
  y: number;
}

export interface Disc extends Place {
  readonly key: string;
  readonly radius: number;
}

const ROUNDS = 60;

/** Moves two discs apart along the line between them until they touch no more. */
function part(a: Disc, b: Disc): boolean {
  const dx = b.x - a.x || 1e-3;
  const dy = b.y - a.y || 1e-3;
  const near = a.radius + b.radius;
  const square = dx * dx + dy * dy;
  if (square >= near * near) return false;
  const distance = Math.sqrt(square);
  const push = (near - distance) / 2 / distance;
  a.x -= dx * push;
  a.y -= dy * push;
  b.x += dx * push;
  b.y += dy * push;
  return true;
}

/** Changes the places of the discs. Fewer rounds for many, as every pair is looked at. */
export function separate(discs: readonly Disc[]): void {
  const rounds = Math.max(4, Math.min(ROUNDS, Math.round(2e7 / discs.length ** 2)));
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (let i = 0; i < discs.length; i += 1) {
      for (let j = i + 1; j < discs.length; j += 1) {
        const [a, b] = [discs[i], discs[j]];
        if (a && b && part(a, b)) moved = true;
      }
    }
    if (!moved) return;
  }
}
