import type { Core, ElementDefinition } from 'cytoscape';

/** Brings the canvas to what it is to hold, touching only what differs. */
export function sync(cy: Core, wanted: ReadonlyMap<string, ElementDefinition>): void {
  cy.batch(() => {
    cy.elements().filter((element) => !wanted.has(element.id()) || isOther(element.data(), wanted.get(element.id()))).remove();
    const added: ElementDefinition[] = [];
    for (const [id, element] of wanted) {
      const known = cy.getElementById(id);
      if (known.empty()) {
        added.push(element);
        continue;
      }
      if (element.position !== undefined) {
        const { x, y } = known.position();
        if (x !== element.position.x || y !== element.position.y) known.position({ ...element.position });
      }
      known.data({ ...element.data });
      known.classes(element.classes as string);
    }
    cy.add(added);
  });
}

/** A line cannot be moved to other ends. */
const isOther = (data: Readonly<Record<string, unknown>>, wanted: ElementDefinition | undefined): boolean => data['source'] !== wanted?.data['source'] || data['target'] !== wanted?.data['target'];
