/** Lines of a node stand out while it is pointed at or has the focus. */
export function startMap(): void {
  const map = document.getElementById('service-map');
  if (map === null) return;
  const edges = [...map.querySelectorAll<SVGPathElement>('.edge')];
  const nodes = [...map.querySelectorAll<SVGAElement>('.node')];
  const trace = (target: EventTarget | null): void => {
    const id = (target as Element | null)?.closest<SVGAElement>('.node')?.dataset['node'];
    const near = new Set([id]);
    for (const edge of edges) {
      const { from, to } = edge.dataset;
      const isOn = id !== undefined && (from === id || to === id);
      edge.classList.toggle('on', isOn);
      edge.classList.toggle('needed', isOn && to === id);
      if (isOn) near.add(from).add(to);
    }
    for (const node of nodes) node.classList.toggle('on', id !== undefined && near.has(node.dataset['node']));
    map.classList.toggle('tracing', id !== undefined);
  };
  map.addEventListener('pointerover', ({ target }) => trace(target));
  map.addEventListener('pointerleave', () => trace(document.activeElement));
  map.addEventListener('focusin', ({ target }) => trace(target));
  map.addEventListener('focusout', () => trace(null));
}
