// Sigma with its defaults, for `npm run bench:viewer`: a page in the manner of Sigma's own demo, on the
// same graph file. ForceAtlas2 with the settings that it infers, Sigma's own programs and labels,
// and the demo's hover: what is not beside the hovered node is greyed by reducers.
import { MultiGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';

/** Iterations of the layout; Sigma's examples take about as many. */
const ITERATIONS = 100;
function hoverAsInTheDemo(sigma, graph) {
  let hovered = null;
  let near = new Set();
  sigma.setSetting('nodeReducer', (node, data) =>
    hovered === null || node === hovered || near.has(node)
      ? data
      : { ...data, label: '', color: '#f6f6f6' },
  );
  sigma.setSetting('edgeReducer', (edge, data) =>
    hovered === null || graph.hasExtremity(edge, hovered) ? data : { ...data, hidden: true },
  );
  const show = (node) => {
    hovered = node;
    near = new Set(node === null ? [] : graph.neighbors(node));
    globalThis.__hovered = node;
    sigma.refresh({ skipIndexation: true });
  };
  sigma.on('enterNode', ({ node }) => show(node));
  sigma.on('leaveNode', () => show(null));
}
/** Draws a graph file; on given places, or else on those of a layout of its own. */
async function open(address, places) {
  const file = await (await fetch(address)).json();
  const graph = new MultiGraph();
  for (const { key, attributes } of file.nodes) {
    const angle = 2.4 * graph.order;
    const away = Math.sqrt(graph.order);
    const start = { x: away * Math.cos(angle), y: away * Math.sin(angle), size: 3 };
    graph.addNode(key, { ...(places?.[key] ?? start), label: attributes.name, color: '#2F3B52' });
  }
  for (const { key, source, target } of file.edges) {
    graph.addEdgeWithKey(key, source, target, { size: 1.5, color: '#2E8BC0' });
  }
  if (!places) {
    const settings = forceAtlas2.inferSettings(graph);
    forceAtlas2.assign(graph, { iterations: ITERATIONS, settings });
  }
  const container = document.getElementById('graph');
  if (!container) throw new Error('The page has no #graph element.');
  const sigma = new Sigma(graph, container);
  for (const name of ['.sigma-edges', '.sigma-nodes']) {
    const gl = document.querySelector(name)?.getContext('webgl2');
    // reading one pixel back makes WebGL finish
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }
  const opened = performance.now();
  const { left, top } = container.getBoundingClientRect();
  const largest = (count) =>
    graph
      .nodes()
      .flatMap((node) => sigma.getNodeDisplayData(node) ?? [])
      .sort((a, b) => b.size - a.size)
      .slice(0, count)
      .map((node) => sigma.framedGraphToViewport(node))
      .map(({ x, y }) => ({ x: x + left, y: y + top }));
  return { opened, largest, hover: () => hoverAsInTheDemo(sigma, graph) };
}
globalThis.openSigma = open;
