import type { Resource } from '../../model/resource.ts';
import type { Reference, ResourceFact } from '../../model/fact.ts';

/** What the environment of running code says. */
export interface Environment {
  /** Value of a variable as an identifier; undefined where nobody told. */
  value(name: string): string | undefined;
  /** The one resource of a type that the environment names, for variables whose values are told together. */
  only(target: string | undefined): string | undefined;
  /** All variables are told, so that one without value is not set, and the code's default holds. */
  readonly complete: boolean;
}

/** The environment of a resource: what its documents say, and what Lambda and the SDKs set themselves. */
export function environmentOf(resource: Resource, facts: readonly ResourceFact[]): Environment {
  const values = new Map<string, string>(facts.flatMap(({ code }) => Object.entries(code?.environment ?? {})));
  const region = resource.region === 'global' ? undefined : resource.region;
  if (region !== undefined) for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION']) values.set(name, region);
  values.set('AWS_LAMBDA_FUNCTION_NAME', resource.name);
  const together = facts.flatMap(({ references }) => references.filter(inEnvironment));
  return {
    complete: true,
    value: (name) => values.get(name),
    only(target) {
      const found = new Set(together.filter((reference) => target !== undefined && reference.target === target).map(({ to }) => to));
      return found.size === 1 ? [...found][0] : undefined;
    },
  };
}

/** Terraform knows of a map of variables as a whole what it refers to. */
const inEnvironment = ({ path }: Reference): boolean => /^environment(?:\[\])?\.variables$/.test(path);

/** Words that say what a variable holds, and not whose. */
const generic = /^(?:|aws|name|table|bucket|queue|url|uri|arn|topic|function|stream|s3|sqs|sns|ssm|kms|dynamodb|ddb|dynamo|secret|parameter|param|key|id|event|events|bus|state|machine|lambda|db|database|cluster|region|stage|env|endpoint|host|output|input|source|destination|target|data|file)$/i;

/**
 * What a variable is wherever it is set, if it is the same everywhere: for code that nobody knows the deployment of. A variable that could
 * be anybody's counts only where the document that sets it lies above the code or beside it.
 */
export function sharedEnvironment(facts: readonly ResourceFact[]): (module: string) => Environment {
  const variables = new Map<string, Settings>();
  for (const { code, source } of facts) {
    for (const [name, value] of Object.entries(code?.environment ?? {})) {
      const settings = variables.get(name) ?? { values: new Set(), byFolder: new Map() };
      variables.set(name, settings);
      settings.values.add(value);
      const folder = firstFolder(source.file ?? '');
      settings.byFolder.set(folder, (settings.byFolder.get(folder) ?? new Set()).add(value));
    }
  }
  return (module) => ({
    complete: false,
    value(name) {
      const { values, byFolder } = variables.get(name) ?? {};
      const isOwn = !name.split(/_|(?<=[a-z0-9])(?=[A-Z])/).every((word) => generic.test(word));
      // A document outside of all folders is above everything, one in a folder beside what shares the first.
      const near = isOwn ? values : new Set([...(byFolder?.get('') ?? []), ...(byFolder?.get(module.split('/', 1)[0] ?? '') ?? [])]);
      return near?.size === 1 ? [...near][0] : undefined;
    },
    only: () => undefined,
  });
}

/** What a variable is set to, and by documents of which folder. */
interface Settings {
  readonly values: Set<string>;
  readonly byFolder: Map<string, Set<string>>;
}

const firstFolder = (file: string): string => (file.includes('/') ? (file.split('/', 1)[0] ?? '') : '');

export interface Expanded {
  /** The identifier; undefined where it is not told. */
  readonly to?: string;
  /** Why it is not told. */
  readonly missing?: string;
  /** Told only because the environment names one resource of the type. */
  readonly inferred?: true;
}

/** What code names in an environment. */
export function expanded(to: string, target: string | undefined, environment: Environment): Expanded {
  const unknown = /\$\{\?([^}]*)\}/.exec(to)?.[1];
  if (unknown !== undefined) return { missing: unknown === '' ? 'a value that is not told' : unknown };
  const unset: string[] = [];
  const text = to.replace(/\$\{env:(\w+)(?::-([^}]*))?\}/g, (_, name: string, fallback: string | undefined) => {
    const value = environment.value(name) ?? (environment.complete ? fallback : undefined);
    if (value === undefined) unset.push(name);
    return value ?? '';
  });
  if (unset.length === 0) return text === '' ? { missing: 'an empty name' } : { to: text };
  const only = /^\$\{env:\w+\}$/.test(to) ? environment.only(target) : undefined;
  return only === undefined ? { missing: `the variable ${unset.join(', ')}` } : { to: only, inferred: true };
}
