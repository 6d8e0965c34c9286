/** Something that stands in a column: where it would like its middle to be. */
export interface Wish {
  readonly height: number;
  readonly at: number;
}

/**
 * Middles as near to the wishes as order and room allow: least squares by pooling neighbours that would overlap. Costs what the column has.
 */
export function stack(wishes: readonly Wish[], room: number): number[] {
  // Each block is a run that touches: where its first one stands, told without the heights before it.
  const blocks: { sum: number; count: number }[] = [];
  const before: number[] = [];
  let offset = 0;
  for (const [index, { height, at }] of wishes.entries()) {
    offset += index === 0 ? 0 : ((wishes[index - 1]?.height ?? 0) + height) / 2 + room;
    before.push(offset);
    blocks.push({ sum: at - offset, count: 1 });
    for (let last = blocks.at(-1), previous = blocks.at(-2); last !== undefined && previous !== undefined && mean(previous) > mean(last); last = blocks.at(-1), previous = blocks.at(-2)) {
      blocks.pop();
      previous.sum += last.sum;
      previous.count += last.count;
    }
  }
  const starts = blocks.flatMap((block) => Array.from({ length: block.count }, () => mean(block)));
  return before.map((each, index) => each + (starts[index] ?? 0));
}

const mean = ({ sum, count }: { readonly sum: number; readonly count: number }): number => sum / count;
