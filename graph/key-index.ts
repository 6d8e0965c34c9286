/** Places by a number that names something: what a Map from numbers to places is, without an object for each number. */
export interface KeyIndex {
  /** The place of the key; a new key gets the next one. */
  placeOf(key: number): number;
  /** The place of a key that has one, else -1. */
  find(key: number): number;
  keyAt(place: number): number;
  readonly size: number;
}

/** Whole numbers below 2^53 by open addressing in flat arrays. */
export function keyIndex(): KeyIndex {
  let keys = new Float64Array(1 << 10);
  /** Places plus one; zero where nothing is. At most half of them are taken. */
  let slots = new Uint32Array(1 << 11);
  let size = 0;
  const slotFor = (key: number): number => {
    const mask = slots.length - 1;
    let slot = hashOf(key) & mask;
    for (let taken = slots[slot] ?? 0; taken !== 0 && keys[taken - 1] !== key; taken = slots[slot] ?? 0) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const larger = new Float64Array(keys.length * 2);
    larger.set(keys);
    keys = larger;
    slots = new Uint32Array(keys.length * 2);
    for (let place = 0; place < size; place++) slots[slotFor(keys[place] ?? 0)] = place + 1;
  };
  return {
    placeOf(key) {
      const slot = slotFor(key);
      const taken = slots[slot] ?? 0;
      if (taken !== 0) return taken - 1;
      slots[slot] = size + 1;
      keys[size++] = key;
      if (size === keys.length) grow();
      return size - 1;
    },
    find: (key) => (slots[slotFor(key)] ?? 0) - 1,
    keyAt: (place) => keys[place] ?? 0,
    get size() {
      return size;
    },
  };
}

function hashOf(key: number): number {
  const low = Math.imul(key % 0x1_0000_0000, 0x9e37_79b1);
  const high = Math.imul(Math.floor(key / 0x1_0000_0000), 0x85eb_ca6b);
  const mixed = low ^ high;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
