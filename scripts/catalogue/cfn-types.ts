import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { compareText } from '../../model/json.ts';
import { provenanceOf, type Package, type Sources } from './sources.ts';
import { sortedObject, type Table } from './table.ts';

/** The parts of @aws-cdk/service-spec-types that we read. */
interface SpecDatabase {
  all(kind: 'resource'): Iterable<SpecResource>;
  get(kind: 'typeDefinition', reference: unknown): { readonly properties: SpecProperties };
}

interface SpecResource {
  readonly cloudFormationType: string;
  readonly properties: SpecProperties;
  readonly primaryIdentifier?: readonly string[];
  readonly cfnRefIdentifier?: readonly string[];
  readonly arnTemplate?: string;
  readonly isStateful?: boolean;
  readonly tagInformation?: { readonly tagPropertyName: string };
}

type SpecProperties = Readonly<Record<string, SpecProperty>>;

interface SpecProperty {
  readonly type: SpecType;
  readonly relationshipRefs?: readonly { readonly cloudFormationType: string; readonly propertyName: string }[];
}

interface SpecType {
  readonly type: string;
  readonly element?: SpecType;
  readonly types?: readonly SpecType[];
  readonly reference?: { readonly $ref: string };
}

/** [property path, type that the property names, property of that type whose value stands there] */
type Relation = readonly [path: string, target: string, property: string];

export async function cfnTypesTable(sources: Sources): Promise<Table> {
  const spec = await sources.npm('@aws-cdk/aws-service-spec');
  const db = await loadSpec(spec);
  const types = sortedObject([...db.all('resource')].map((resource) => [resource.cloudFormationType, rowOf(resource, db)] as const));
  return {
    name: 'cfn-types',
    meta: {
      title: 'CloudFormation types',
      ...provenanceOf(spec),
      derivedBy: 'scripts/catalogue/cfn-types.ts',
      encoding: 'types[name]: arn = ARN template; id = primary identifier (Cloud Control); ref = what Ref gives, where it differs from id; tags = property that holds the tags; stateful = AWS counts it as holding data; relations = [property path with [] for list elements, target type, property of the target]. What the specification does not say is left out',
      caveats: [
        'stateful is AWS\'s own short list; a type without it may still hold data.',
        'Relations are those that AWS annotated: a type without them may still refer to others, several targets of one path are alternatives, and a few are far-fetched (a log group\'s name naming a function).',
        'The specification\'s regions (three only) are not used.',
      ],
    },
    body: { types },
  };
}

function rowOf(resource: SpecResource, db: SpecDatabase): Readonly<Record<string, unknown>> {
  const { arnTemplate, primaryIdentifier, cfnRefIdentifier, tagInformation, isStateful } = resource;
  const relations = relationsOf(resource, db);
  return {
    ...(arnTemplate === undefined ? {} : { arn: arnTemplate }),
    ...(primaryIdentifier === undefined ? {} : { id: primaryIdentifier }),
    ...(cfnRefIdentifier === undefined || cfnRefIdentifier.join() === primaryIdentifier?.join() ? {} : { ref: cfnRefIdentifier }),
    ...(tagInformation === undefined ? {} : { tags: tagInformation.tagPropertyName }),
    ...(isStateful === true ? { stateful: true } : {}),
    ...(relations.length === 0 ? {} : { relations }),
  };
}

interface Place {
  readonly path: string;
  readonly properties: SpecProperties;
  /** Definitions on the way here, so that recursive ones end. */
  readonly within: readonly string[];
}

function relationsOf({ properties }: SpecResource, db: SpecDatabase): Relation[] {
  const relations = new Map<string, Relation>();
  const places: Place[] = [{ path: '', properties, within: [] }];
  for (let place = places.pop(); place; place = places.pop()) {
    for (const [name, { type, relationshipRefs = [] }] of Object.entries(place.properties)) {
      const path = place.path === '' ? name : `${place.path}.${name}`;
      const suffix = listSuffix(type);
      for (const { cloudFormationType, propertyName } of relationshipRefs) {
        const relation: Relation = [`${path}${suffix}`, cloudFormationType, propertyName];
        relations.set(relation.join(' '), relation);
      }
      for (const { reference, at } of definitionsIn(type, path)) {
        if (place.within.includes(reference.$ref)) continue;
        places.push({ path: at, properties: db.get('typeDefinition', reference).properties, within: [...place.within, reference.$ref] });
      }
    }
  }
  return [...relations.entries()].sort(([a], [b]) => compareText(a, b)).map(([, relation]) => relation);
}

/** [] for a list, [][] for a list of lists; for a union, that of its first list. */
function listSuffix(type: SpecType): string {
  if (type.type === 'array' && type.element) return `[]${listSuffix(type.element)}`;
  return type.types?.map(listSuffix).find((suffix) => suffix !== '') ?? '';
}

function definitionsIn(type: SpecType, at: string): { readonly reference: { readonly $ref: string }; readonly at: string }[] {
  if (type.reference) return [{ reference: type.reference, at }];
  if (type.type === 'array' && type.element) return definitionsIn(type.element, `${at}[]`);
  if (type.type === 'map' && type.element) return definitionsIn(type.element, `${at}.*`);
  return (type.types ?? []).flatMap((member) => definitionsIn(member, at));
}

const specModule = z.object({ loadAwsServiceSpecSync: z.custom<() => SpecDatabase>((value) => typeof value === 'function') });

async function loadSpec({ folder }: Package): Promise<SpecDatabase> {
  const { loadAwsServiceSpecSync } = specModule.parse(await import(pathToFileURL(join(folder, 'lib', 'index.js')).href));
  return loadAwsServiceSpecSync();
}
