/** What bytes hold of the parts that tokens have; see the steps of the prefilter. */
export const trait = {
  /** arn:aws, amazonaws. */
  name: 1,
  /** The end of a region code. */
  compass: 2,
  /** A part of another frequent token. */
  part: 16,
  /** .aws at the end of a word. */
  host: 32,
  /** The word region. */
  region: 4,
  /** What names of SDKs are made of. */
  sdk: 8,
} as const;

/** All of them: of bytes that were not looked at. */
export const everyTrait: number = Object.values(trait).reduce((all, bit) => all | bit, 0);
