import type { Core, ElementDefinition } from 'cytoscape';

type Elements = ReadonlyMap<string, ElementDefinition>;

/** Brings the canvas from what it holds to what it is to hold, touching only what differs: the library styles and measures anew whatever it is told. */
export function sync(cy: Core, before: Elements, wanted: Elements): void {
  cy.batch(() => {
    const gone = [...before].filter(([id, element]) => !wanted.has(id) || isOther(element, wanted.get(id)));
    const removed = new Set(gone.map(([id]) => id));
    if (gone.length > 0) cy.elements().filter((element) => removed.has(element.id())).remove();
    const added: ElementDefinition[] = [];
    for (const [id, element] of wanted) {
      const known = removed.has(id) ? undefined : before.get(id);
      if (known === undefined) added.push(element);
      else change(cy, known, element);
    }
    cy.add(added);
  });
}

function change(cy: Core, known: ElementDefinition, { data, position, classes }: ElementDefinition): void {
  const held = (): ReturnType<Core['getElementById']> => cy.getElementById(String(data.id));
  if (position !== undefined && (position.x !== known.position?.x || position.y !== known.position.y)) held().position({ ...position });
  if (JSON.stringify(data) !== JSON.stringify(known.data)) held().data({ ...data });
  if (classes !== known.classes) held().classes(classes as string);
}

/** A line cannot be moved to other ends. */
const isOther = ({ data }: ElementDefinition, wanted: ElementDefinition | undefined): boolean => data['source'] !== wanted?.data['source'] || data['target'] !== wanted?.data['target'];
