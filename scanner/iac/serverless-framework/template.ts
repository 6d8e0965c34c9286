import type { Json, JsonObject } from '../../../model/json.ts';
import type { Document, Problem } from '../cloudformation/document.ts';
import { defined, getAtt } from '../cloudformation/sam/builder.ts';
import { isObject, listOf, memberOf, objectIn, textIn } from '../cloudformation/sections.ts';
import { idOf, readEvent } from './events.ts';

/** What a configuration says of where and as what it is deployed. */
export interface Service {
  readonly name: string;
  readonly stage: string;
  /** The template that it stands for, in SAM's words and with the lines of the configuration. */
  readonly document: Document;
}

const sharedRole = 'IamRoleLambdaExecution';
/** Sections of plugins that declare resources. */
const ofPlugins = ['stepFunctions', 'appSync', 'constructs', 'webSocketsApi'];

/** The template that the framework makes of a configuration whose variables are filled in. Logical ids are the framework's own. */
export function templateOf({ lines, problems }: Document, root: JsonObject): Service {
  const provider = objectIn(root, 'provider');
  const service = memberOf(root, 'service');
  const name = typeof service === 'string' ? service : (textIn(isObject(service) ? service : {}, 'name') ?? 'service');
  const stage = textIn(provider, 'stage') ?? 'dev';
  const at = new Map<string, number>();
  const resources: Record<string, Json> = Object.create(null) as Record<string, Json>;
  const put = (id: string, body: JsonObject, line: number | undefined): void => {
    if (Object.hasOwn(resources, id)) return;
    resources[id] = body;
    if (line !== undefined) at.set(id, line);
  };
  const given = sectionsOf(root);
  for (const own of given.map((sections) => objectIn(sections, 'Resources'))) for (const [id, body] of Object.entries(own)) if (isObject(body)) put(id, body, lines.get(own)?.get(id));
  for (const functions of listOf(memberOf(root, 'functions'))) {
    if (!isObject(functions)) continue;
    for (const [key, settings] of Object.entries(functions)) {
      if (!isObject(settings)) continue;
      const line = lines.get(functions)?.get(key);
      const { body, beside } = functionOf(key, settings, { root, provider, prefix: `${name}-${stage}` });
      put(`${idOf(key)}LambdaFunction`, body, line);
      for (const [id, other] of beside) put(id, id === 'ApiGatewayRestApi' ? { ...other, Properties: { StageName: stage, Name: `${stage}-${name}` } } : other, line);
    }
  }
  for (const [key, settings] of Object.entries(objectIn(root, 'layers'))) {
    if (isObject(settings)) put(`${idOf(key)}LambdaLayer`, { Type: 'AWS::Lambda::LayerVersion', Properties: { LayerName: memberOf(settings, 'name') ?? key } }, lines.get(objectIn(root, 'layers'))?.get(key));
  }
  lines.set(resources, at);
  const merged = (section: string): JsonObject => Object.assign({}, ...given.map((sections) => objectIn(sections, section))) as JsonObject;
  const template = { Transform: 'AWS::Serverless-2016-10-31', Parameters: merged('Parameters'), Mappings: merged('Mappings'), Conditions: merged('Conditions'), Resources: resources, Outputs: merged('Outputs') };
  const unread = ofPlugins.filter((section) => memberOf(root, section) !== undefined).map((section): Problem => ({ reason: 'unsupported', message: `What a plugin of the Serverless Framework makes of ${section} is not read`, line: lines.get(root)?.get(section) }));
  return { name, stage, document: { root: template, lines, problems: [...problems, ...unread] } };
}

/** The templates under `resources`: one, or a list of which later ones add to earlier ones. */
function sectionsOf(root: JsonObject): JsonObject[] {
  return listOf(memberOf(root, 'resources')).filter((sections): sections is JsonObject => isObject(sections));
}

interface Around {
  readonly root: JsonObject;
  readonly provider: JsonObject;
  readonly prefix: string;
}

interface Made {
  readonly body: JsonObject;
  readonly beside: readonly (readonly [id: string, body: JsonObject])[];
}

function functionOf(key: string, settings: JsonObject, { root, provider, prefix }: Around): Made {
  const own = (name: string): Json | undefined => memberOf(settings, name) ?? memberOf(provider, name);
  const events = listOf(memberOf(settings, 'events')).flatMap((event) => readEvent(event) ?? []);
  const role = roleOf(key, settings, provider);
  const vpc = own('vpc');
  const image = memberOf(settings, 'image');
  const artifact = textIn(objectIn(settings, 'package'), 'artifact') ?? textIn(objectIn(root, 'package'), 'artifact');
  return {
    body: {
      Type: 'AWS::Serverless::Function',
      Properties: defined({
        FunctionName: memberOf(settings, 'name') ?? `${prefix}-${key}`, Handler: memberOf(settings, 'handler'), Runtime: own('runtime'), Timeout: own('timeout'), MemorySize: own('memorySize'),
        ...(image === undefined ? { CodeUri: artifact ?? '.' } : { PackageType: 'Image', ImageUri: isObject(image) ? memberOf(image, 'uri') ?? null : image }),
        Environment: { Variables: { ...objectIn(provider, 'environment'), ...objectIn(settings, 'environment') } },
        VpcConfig: isObject(vpc) ? defined({ SecurityGroupIds: memberOf(vpc, 'securityGroupIds'), SubnetIds: memberOf(vpc, 'subnetIds') }) : undefined,
        Layers: own('layers'), KmsKeyArn: own('kmsKeyArn'), Architectures: own('architecture') === undefined ? undefined : [own('architecture') ?? null],
        DeadLetterQueue: memberOf(settings, 'onError') === undefined ? undefined : { TargetArn: memberOf(settings, 'onError') ?? null },
        Events: Object.fromEntries(events.map(({ event }, index) => [`Event${index + 1}`, event])), Role: role.role,
      }),
    },
    beside: [...role.beside, ...events.flatMap(({ resources = [] }) => resources)],
  };
}

/** The role that is named, else one of the function's own where a plugin makes those, else the one that all functions share. */
function roleOf(key: string, settings: JsonObject, provider: JsonObject): { readonly role: Json; readonly beside: Made['beside'] } {
  const iam = objectIn(provider, 'iam');
  const shared = memberOf(iam, 'role');
  const named = memberOf(settings, 'role') ?? (isObject(shared) && !isIntrinsic(shared) ? undefined : shared) ?? memberOf(provider, 'role');
  if (named !== undefined) return { role: typeof named === 'string' && /^[A-Za-z0-9]+$/.test(named) ? getAtt(named, 'Arn') : named, beside: [] };
  const own = memberOf(settings, 'iamRoleStatements');
  const settled = isObject(shared) ? shared : {};
  const common = [...listOf(memberOf(settled, 'statements')), ...listOf(memberOf(provider, 'iamRoleStatements'))];
  const id = own === undefined ? sharedRole : `${idOf(key)}${sharedRole}`;
  const statements = own === undefined ? common : [...listOf(own), ...(memberOf(settings, 'iamRoleStatementsInherit') === true ? common : [])];
  const managed = [...listOf(memberOf(settled, 'managedPolicies')), ...listOf(memberOf(provider, 'iamManagedPolicies'))];
  const body = {
    Type: 'AWS::IAM::Role',
    Properties: defined({
      AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }] },
      Policies: statements.length === 0 ? undefined : [{ PolicyName: 'lambda', PolicyDocument: { Statement: statements } }],
      ManagedPolicyArns: managed.length === 0 ? undefined : managed,
      PermissionsBoundary: memberOf(settled, 'permissionsBoundary') ?? memberOf(settled, 'permissionBoundary'),
    }),
  };
  return { role: getAtt(id, 'Arn'), beside: [[id, body]] };
}

const isIntrinsic = (value: JsonObject): boolean => Object.keys(value).length === 1 && /^(?:Ref|Fn::.+)$/.test(Object.keys(value)[0] ?? '');
