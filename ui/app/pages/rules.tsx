import { OneRule } from './rules/one.tsx';
import { RuleList } from './rules/list.tsx';
import type { PageOf } from './page.ts';

/** What is asked of an estate, and why; one rule with examples and remedies. */
export const Rules: PageOf = (props) => {
  const { rule } = props.query;
  return rule === undefined ? <RuleList {...props} /> : <OneRule {...props} rule={rule} />;
};
