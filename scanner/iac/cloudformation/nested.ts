import { isUnresolved, type PropertyValue } from '../../../model/properties.ts';
import type { IacFile } from '../reader.ts';
import { localFile } from './local-file.ts';
import { documentOf } from './parse-document.ts';
import { factId, type Opening, type Scope } from './scope.ts';
import { isObject, memberOf, objectIn, textIn, type RawResource } from './sections.ts';
import { concat, unknown } from './value.ts';

/** Stacks inside one another; real estates stay below five. */
const nestingLimit = 20;

/** The template of a nested stack, opened with the parameters that its parent gives; undefined if it is none or cannot be read. */
export function openNested(logicalId: string, scope: Scope, open: (opening: Opening) => Scope): Scope | undefined {
  const resource = scope.resources().get(logicalId);
  if (!resource || textIn(resource.body, 'Type') !== 'AWS::CloudFormation::Stack') return undefined;
  const properties = objectIn(resource.body, 'Properties');
  const file = templateOf(resource, scope);
  const why = typeof file === 'string' ? file : refusal(file, scope);
  if (why !== undefined || typeof file === 'string') {
    const remedy = 'Scan the folder that holds the nested template, under the same file name';
    scope.note({ reason: 'unreadable', asked: `resources of the nested stack ${logicalId}`, message: why ?? '', remedy, line: resource.line });
    return undefined;
  }
  scope.run.stacks -= 1;
  const parameters = objectIn(properties, 'Parameters');
  return open({
    run: scope.run,
    file,
    deployment: scope.deployment,
    place: factId(scope, logicalId),
    stack: scope.stack,
    stackName: concat([scope.stackName, `-${logicalId}-`, unknown('the name of a nested stack is given at deployment')]),
    trail: [...scope.trail, file.path],
    given(name): PropertyValue | undefined {
      const raw = memberOf(parameters, name);
      return raw === undefined ? undefined : scope.evaluate(raw);
    },
  });
}

/** The template file, or why there is none. The AWS CDK says in metadata which of its own files it will upload. */
function templateOf({ body }: RawResource, scope: Scope): IacFile | string {
  const metadata = objectIn(body, 'Metadata');
  const asset = textIn(metadata, 'aws:asset:property') === 'TemplateURL' ? textIn(metadata, 'aws:asset:path') : undefined;
  const location = asset ?? scope.evaluate(memberOf(objectIn(body, 'Properties'), 'TemplateURL') ?? null);
  if (typeof location !== 'string') return `The nested template cannot be located: ${isUnresolved(location) ? location.$unresolved : 'its location is no text'}`;
  return localFile(location, scope) ?? 'The nested template is not among the scanned files';
}

function refusal(file: IacFile, scope: Scope): string | undefined {
  if (scope.trail.includes(file.path)) return `The nested template ${file.path} contains itself`;
  if (scope.trail.length > nestingLimit) return `Stacks are nested deeper than ${nestingLimit}`;
  if (scope.run.stacks <= 0) return 'Too many stacks are nested in one another; the rest were not read';
  return isObject(documentOf(file).root) ? undefined : `The nested template ${file.path} cannot be read`;
}
