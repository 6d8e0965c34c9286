const keys = ['Key', 'key', 'TagKey'] as const;
const values = ['Value', 'value', 'TagValue'] as const;

/** Tags as a record, from any of the ways in which APIs write them: a map, or a list of pairs whose members are called differently. */
export function tagsIn(answer: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const pairs = Array.isArray(answer) ? answer.map(pair) : Object.entries(answer);
  return Object.fromEntries(pairs.filter((each): each is [string, string] => typeof each[0] === 'string' && typeof each[1] === 'string'));
}

function pair(tag: unknown): [unknown, unknown] {
  const of = (names: readonly string[]): unknown => {
    const found = names.find((name) => typeof tag === 'object' && tag !== null && Object.hasOwn(tag, name));
    return found === undefined ? undefined : (tag as Record<string, unknown>)[found];
  };
  return [of(keys), of(values) ?? ''];
}
