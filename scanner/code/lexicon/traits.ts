// regionready-ignore-file code-partition-literal -- these are the names that are looked for
/** What bytes hold of the parts that tokens have; see the steps of the prefilter. */
export const trait = {
  /** arn:aws, amazonaws. */
  name: 1,
  /** A part of a frequent token. */
  part: 2,
  /** The word region. */
  region: 4,
  /** What names of SDKs are made of. */
  sdk: 8,
} as const;

/** All of them: of bytes that were not looked at. */
export const everyTrait: number = trait.name | trait.part | trait.region | trait.sdk;
