import type { Fact } from '../../../model/fact.ts';
import { regionsIn } from '../../../model/region-token.ts';
import { cloudformation } from '../cloudformation/index.ts';
import { parseDocument, tellDocument } from '../cloudformation/parse-document.ts';
import { isObject, memberOf, objectIn, textIn } from '../cloudformation/sections.ts';
import { iacReader, type Deployment, type IacContext, type IacFile } from '../reader.ts';
import { templateOf, type Service } from './template.ts';
import { variables } from './variables.ts';

/**
 * Configuration of the Serverless Framework (serverless.yml): functions with their code, events, environment and roles, and the CloudFormation
 * resources under `resources`, as the template that the framework makes of them. Variables are filled in from the files; the stage is that of
 * the parameters (`stage`), else of the provider, else `dev`, as the framework has it. No program is run: files of code that variables
 * name, and what plugins add, are not read.
 */
export const serverlessFramework = iacReader({
  id: 'serverless-framework',
  title: 'Serverless Framework configuration',
  claims: ({ path, text }) => /(?:^|\/)serverless(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/i.test(path) && /^\s*["']?service["']?\s*:/m.test(text) && /^\s*["']?provider["']?\s*:/m.test(text) && /\baws\b/.test(text),
  *read(file, context) {
    const opened = open(file, context);
    if (opened === 'unparsable') yield { type: 'blind-spot', reason: 'unparsable', asked: `resources of ${file.path}`, message: 'It is no configuration of the Serverless Framework that can be read', source: { scanner: 'cloudformation', file: file.path } };
    else if (opened !== 'elsewhere') yield* factsOf(opened, file, context);
  },
});

/** What others must know of a configuration before any template is read. */
export interface Outline {
  /** Name of its stack: service and stage. */
  readonly stack: string;
  /** Paths of the files that it includes: they are read as part of it. */
  readonly included: ReadonlySet<string>;
}

export function outlineOf(file: IacFile, context: IacContext): Outline | undefined {
  const opened = open(file, context);
  return typeof opened === 'string' ? undefined : { stack: stackOf(opened), included: opened.included };
}

interface Opened extends Service {
  readonly region: string | undefined;
  readonly included: ReadonlySet<string>;
}

const stackOf = ({ name, stage }: Service): string => `${name}-${stage}`;

function open(file: IacFile, context: IacContext): Opened | 'unparsable' | 'elsewhere' {
  const parsed = parseDocument(file.text);
  if (!isObject(parsed.root)) return 'unparsable';
  const provider = memberOf(parsed.root, 'provider');
  // What is not deployed to AWS has no resources there.
  if (isObject(provider) && (textIn(provider, 'name') ?? 'aws') !== 'aws') return 'elsewhere';
  const options = context.deployments(file.path)[0]?.parameters ?? {};
  const included = new Set<string>();
  const fill = variables({
    root: parsed.root, lines: parsed.lines,
    option: (name) => (Object.hasOwn(options, name) ? options[name] : undefined),
    file: (path) => {
      const found = context.readRelative(file.path, path);
      if (found !== undefined) included.add(found.path);
      return found === undefined ? undefined : parseDocument(found.text).root;
    },
  });
  const filled = fill({ ...parsed.root, provider: isObject(provider) ? { ...provider, stage: '${sls:stage}' } : { name: 'aws', stage: '${sls:stage}' } });
  const root = isObject(filled) ? filled : {};
  parsed.lines.set(root, parsed.lines.get(parsed.root) ?? new Map());
  return { ...templateOf(parsed, root), region: textIn(objectIn(root, 'provider'), 'region'), included };
}

function* factsOf(opened: Opened, file: IacFile, context: IacContext): Iterable<Fact> {
  tellDocument(file, opened.document);
  const own = deployed(context.deployments(file.path), opened.region).map((deployment) => ({ ...deployment, stack: deployment.stack ?? stackOf(opened) }));
  yield* cloudformation.read(file, { ...context, deployments: (path) => (path === file.path ? own : context.deployments(path)) });
}

/** A region that the configuration names is where it is deployed, whatever is said of the other templates. */
function deployed(told: readonly Deployment[], region: string | undefined): readonly Deployment[] {
  const named = region === undefined ? [] : regionsIn(region);
  if (region === undefined || named.length !== 1 || named[0] !== region) return told;
  const same = told.filter((deployment) => deployment.region === region);
  return same.length > 0 ? same : told.slice(0, 1).map((deployment) => ({ ...deployment, region }));
}
