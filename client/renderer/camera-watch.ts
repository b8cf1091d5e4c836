// Moves the camera, gently where the reader wants motion, and says where it came to rest.

import type Sigma from 'sigma';
import type { Camera } from '../viewer-state.ts';
import type { Point } from './edge-geometry.ts';

const WHOLE = { x: 0.5, y: 0.5, ratio: 1 };
/** Milliseconds without movement that are rest. */
const REST = 200;

type Target = Partial<Camera> & { readonly angle?: number };

const isWhole = ({ x, y, ratio }: Camera): boolean =>
  Math.abs(x - WHOLE.x) < 1e-3 && Math.abs(y - WHOLE.y) < 1e-3 && Math.abs(ratio - 1) < 1e-3;

export class CameraWatch {
  readonly #sigma: Sigma;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sigma: Sigma, rested: (camera: Camera | null) => void) {
    this.#sigma = sigma;
    sigma.getCamera().on('updated', ({ x, y, ratio }) => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(
        () => rested(isWhole({ x, y, ratio }) ? null : { x, y, ratio }),
        REST,
      );
    });
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  /** Brings the middle of some places of the layout into the middle of the picture. */
  centre(ends: readonly Point[]): void {
    // Sigma's own matrix is that of the last frame; the camera may have moved since
    const cameraState = this.#sigma.getCamera().getState();
    const places = ends.map((end) => {
      const place = this.#sigma.graphToViewport(end, { cameraState });
      return this.#sigma.viewportToFramedGraph(place, { cameraState });
    });
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    void this.#move({
      x: mean(places.map(({ x }) => x)),
      y: mean(places.map(({ y }) => y)),
      ratio: Math.min(cameraState.ratio, 0.8),
    });
  }

  zoom(factor: number): void {
    void this.#move({ ratio: this.#sigma.getCamera().ratio / factor });
  }

  pan(x: number, y: number): void {
    const cameraState = this.#sigma.getCamera().getState();
    const { width, height } = this.#sigma.getDimensions();
    const middle = { x: width / 2 + x, y: height / 2 + y };
    void this.#move(this.#sigma.viewportToFramedGraph(middle, { cameraState }));
  }

  fit(): void {
    void this.#move({ ...WHOLE, angle: 0 });
  }

  look(camera: Camera | null): void {
    this.#sigma.getCamera().setState(camera ?? WHOLE);
  }

  async #move(to: Target): Promise<void> {
    const camera = this.#sigma.getCamera();
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still) camera.setState(to);
    else await camera.animate(to, { duration: 300 });
  }
}
