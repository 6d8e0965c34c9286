/*
 * Values of code as texts in which `${env:NAME}` and `${env:NAME:-default}` stand for environment variables and `${?source}` for what the
 * code does not tell. See referenceFactSchema.
 */

/** Longest text that is a name, ARN or URL of a resource. */
const textLimit = 1_000;
const sourceLimit = 60;
const variableName = /^[A-Za-z_][A-Za-z0-9_]{0,100}$/;

export function variable(name: string, fallback?: string): string {
  if (!variableName.test(name)) return unknown(name);
  return fallback === undefined || /[${}]/.test(fallback) ? `\${env:${name}}` : `\${env:${name}:-${fallback}}`;
}

/** What the code does not tell, with its source for people. Literals in it are left out, for they may be secrets. */
export function unknown(source: string): string {
  const shown = source.slice(0, 400).replace(/(["'`])(?:\\.|(?!\1)[^\\\n])*\1?/g, '…').replace(/[{}$\s]+/g, ' ').trim().slice(0, sourceLimit);
  return `\${?${shown}}`;
}

export const isKnown = (value: string): boolean => !value.includes('${?');

/** A literal as a value: text that looks like one of our own marks is not taken over. */
export function literal(text: string): string {
  return text.length > textLimit || /\$\{(?:env:|\?)/.test(text) ? unknown('text') : text;
}

/** Of `first ?? second`: the variable with its default, else the first of them that is told. */
export function either(first: string, second: string): string {
  const [, name] = /^\$\{env:(\w+)\}$/.exec(first) ?? [];
  if (name !== undefined) return variable(name, isKnown(second) && !second.includes('${') ? second : undefined);
  return isKnown(first) ? first : second;
}

/** Of a choice: what the environment says before what is written out, and that before what is not told. */
export function choice(yes: string, no: string): string {
  const rank = (value: string): number => (!isKnown(value) ? 2 : value.includes('${env:') ? 0 : 1);
  return rank(no) < rank(yes) ? no : yes;
}

/** Names of functions that hand back the environment variable they are told: getEnv, requireEnv, env. */
export const asksEnvironment = /^(?:\w*env(?:ironment)?(?:var(?:iable)?)?(?:orthrow|orfail|string|value)?)$/i;
/** What such a function is told. */
export const isVariable = (text: string | undefined): text is string => text !== undefined && /^[A-Z][A-Z0-9_]{1,100}$/.test(text);
