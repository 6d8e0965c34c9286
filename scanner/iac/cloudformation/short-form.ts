import type { Json } from '../../../model/json.ts';

/** Functions that YAML may write as a tag. `!Ref` and `!Condition` have no `Fn::` in their long form. */
const bare = new Set(['Ref', 'Condition']);
const functions = new Set([
  'Base64', 'Cidr', 'And', 'Equals', 'If', 'Not', 'Or', 'FindInMap', 'GetAtt', 'GetAZs', 'ImportValue', 'Join', 'Length', 'Select', 'Split',
  'Sub', 'ToJsonString', 'Transform', 'ForEach', 'GetStackOutput', 'Contains', 'EachMemberEquals', 'EachMemberIn', 'RefAll', 'ValueOf', 'ValueOfAll',
]);

/**
 * The long form of a tagged value. A tag that CloudFormation does not know is kept as a function of that name, so that the value counts
 * as not told; YAML's own tags (`!!str`) change nothing.
 */
export function longForm(tag: string | undefined, value: Json): Json {
  if (tag === undefined || !tag.startsWith('!') || tag === '!' || tag.startsWith('!!')) return value;
  const name = tag.slice(1);
  if (bare.has(name)) return { [name]: value };
  return { [functions.has(name) ? `Fn::${name}` : `Fn::Tag::${name}`]: value };
}
