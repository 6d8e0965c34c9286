/** A directed graph by ordinals: the successors of each node. */
export type Successors = readonly (readonly number[])[];

/**
 * Strongly connected components by Tarjan's algorithm, iterative because real chains are deeper than a call stack.
 * Components come in reverse topological order: whatever a component points to stands before it.
 */
export function stronglyConnected(successors: Successors): number[][] {
  const order = new Int32Array(successors.length).fill(-1);
  const low = new Int32Array(successors.length);
  const onStack = new Uint8Array(successors.length);
  const stack: number[] = [];
  const components: number[][] = [];
  let counter = 0;

  const enter = (node: number): void => {
    order[node] = low[node] = counter++;
    stack.push(node);
    onStack[node] = 1;
  };
  const leave = (node: number): void => {
    if (low[node] !== order[node]) return;
    const component: number[] = [];
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      onStack[member] = 0;
      component.push(member);
      if (member === node) break;
    }
    components.push(component.sort((a, b) => a - b));
  };

  for (let root = 0; root < successors.length; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    const work = [{ node: root, next: 0 }];
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const child = successors[top.node]?.[top.next++];
      if (child === undefined) {
        work.pop();
        leave(top.node);
        const parent = work.at(-1);
        if (parent) low[parent.node] = Math.min(low[parent.node] ?? 0, low[top.node] ?? 0);
      } else if (order[child] === -1) {
        enter(child);
        work.push({ node: child, next: 0 });
      } else if (onStack[child] === 1) low[top.node] = Math.min(low[top.node] ?? 0, order[child] ?? 0);
    }
  }
  return components;
}
