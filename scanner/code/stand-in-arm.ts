const longest = 200;
/** Conditions that hold in tests and on the machine of a developer only. */
const standsIn = /(?<![\w.])(?:self\.|this\.|cls\.|@)?_*is_?(?:test(?:ing)?|offline|local(?:stack|host|dev(?:elopment)?|ly)?)(?:_?(?:mode|env(?:ironment)?))?_*(?!\w)|(?<!\w)(?:is_?)?running_?local(?:ly)?(?!\w)|\blocal_?host\b|\blocal_?stack\b|(?<!\w)(?:AWS_SAM_LOCAL|IS_OFFLINE|IS_LOCAL|LOCALSTACK_[A-Z]+)\b|(?:NODE_ENV|RAILS_ENV|APP_ENV|ENVIRONMENT)['"\])]{0,3}\s{0,2}={1,3}\s{0,2}["'](?:test|local)["']|\benv\.test\?/i;
const negated = /^\s*\(?\s*(?:!|not\s)|!=|\bnot\b|\bunless\b|\bis None\b|={2,3}\s*(?:false|False|0|nil|null|"")/;

/** Whether code that runs under a condition is there for tests and local stand-ins only. */
export function isForStandIns(condition: string): boolean {
  const asked = condition.slice(0, longest);
  return standsIn.test(asked) && !negated.test(asked);
}
