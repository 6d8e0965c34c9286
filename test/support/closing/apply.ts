import type { Fact } from '../../../model/fact.ts';
import type { Json } from '../../../model/json.ts';
import type { HclBlock, Remedy, TemplatePiece } from '../../../rules/remedy.ts';
import { hclText } from '../../../rules/remedies/print/hcl.ts';
import { templateText } from '../../../rules/remedies/print/template.ts';
import type { EstateExample } from '../../../rules/rule.ts';
import { exampleHome, factsOfExample, intentOfExample } from '../../../cli/rule-examples/estate-example.ts';
import { cloudformation } from '../../../scanner/iac/cloudformation/index.ts';
import { terraformHcl } from '../../../scanner/iac/terraform-hcl/index.ts';
import type { Call, ByTemplate, ByTerraform, Edit } from './case.ts';
import { membersOf, mergeResources } from './template.ts';

const account = '111122223333';

/** An estate, and what stands beside its template: stacks and Terraform of a remedy. */
export interface Estate {
  readonly example: EstateExample;
  readonly stacks: readonly Stack[];
  readonly terraform: readonly { readonly text: string; readonly variables: string }[];
}

type Given = NonNullable<ByTemplate['given']>;
type Members = Readonly<Record<string, Json>>;

interface Stack {
  readonly name: string;
  readonly region: string;
  readonly text: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export const estateOf = (example: EstateExample): Estate => ({ example, stacks: [], terraform: [] });

/** What the real readers tell of it. */
export async function factsOfEstate({ example, stacks, terraform }: Estate): Promise<Fact[]> {
  const beside = stacks.flatMap(({ region, name, text, parameters }, index) => {
    const path = `remedy-${index + 1}.yaml`;
    return [...cloudformation.read({ path, absolutePath: `/${path}`, text }, { deployments: () => [{ region, account, stack: name, parameters }], readRelative: () => undefined })];
  });
  const configured = await Promise.all(terraform.map(configurationFacts));
  return [...factsOfExample(example), ...beside, ...configured.flat()].map(told);
}

/** Whatever of a remedy cannot be read is an error of the test, not a blind spot. */
function told(fact: Fact): Fact {
  if (fact.type === 'blind-spot' && fact.reason === 'unparsable') throw new Error(fact.message);
  return fact;
}

async function configurationFacts({ text, variables }: Estate['terraform'][number]): Promise<Fact[]> {
  const files = new Map([['remedy/main.tf', text], ['remedy/providers.tf', `provider "aws" {\n  region = "${exampleHome}"\n  allowed_account_ids = ["${account}"]\n}\n`], ['remedy/terraform.tfvars', variables]]);
  const shelf = {
    list: (folder: string) => [...files.keys()].flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [])),
    text: (path: string) => files.get(path),
  };
  const reading = await terraformHcl({ paths: [...files.keys()], shown: [], shelf, deployments: () => [{ region: exampleHome, account }] });
  return [...reading.facts()];
}

/** The estate once the remedy's templates are deployed. */
export function deployed(estate: Estate, { cloudformation: pieces = [] }: Remedy, closing: ByTemplate): Estate {
  return pieces.reduce((now, piece) => {
    const { given = {} } = closing;
    const named = Object.entries(given).some(([name, value]) => typeof value === 'object' && Object.hasOwn(piece.parameters ?? {}, name));
    return piece.merge === true || named ? withMerged(now, piece, closing) : withStack(now, piece, given);
  }, estate);
}

function withStack(estate: Estate, piece: TemplatePiece, given: Given): Estate {
  const open = Object.entries(piece.parameters ?? {}).flatMap(([name, parameter]) => (Object.hasOwn(parameter, 'Default') || Object.hasOwn(given, name) ? [] : [name]));
  if (open.length > 0) throw new Error(`nobody gives the parameters ${open.join(', ')}`);
  const parameters = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  // The first stack of the target has the name of the one at home: stacks are of a region.
  const isFirst = piece.region !== exampleHome && estate.example.target === undefined && !estate.stacks.some(({ region }) => region === piece.region);
  return { ...estate, stacks: [...estate.stacks, { region: piece.region, name: isFirst ? 'shop' : `shop-remedy-${estate.stacks.length + 1}`, text: templateText([piece]), parameters }] };
}

/** Merges a piece into the template that is there; what that has no resource for is added. */
function withMerged(estate: Estate, { region, resources, merge, parameters = {} }: TemplatePiece, { given = {}, keep = [], replace = [] }: ByTemplate): Estate {
  const side = region === intentOfExample(estate.example).target ? 'target' : 'home';
  const body = estate.example[side] ?? '';
  const present = Object.entries(membersOf(body)) as readonly (readonly [string, Members])[];
  const placed = Object.entries(resources).map(([id, resource]) => [(merge === true ? sameIn(present, id, resource) : undefined) ?? id, valuesFor(resource, { parameters, given })] as const);
  return { ...estate, example: { ...estate.example, [side]: mergeResources(body, Object.fromEntries(placed), { join: true, keep, replace }) } };
}

/** The resource of a template that a piece means: of the same type, with the same name or logical id, or the only one. */
function sameIn(present: readonly (readonly [string, Members])[], id: string, { Type: type, Properties: wanted = {} }: Members): string | undefined {
  const alike = present.filter(([, { Type: own }]) => own === type || (own === 'AWS::DynamoDB::Table' && type === 'AWS::DynamoDB::GlobalTable'));
  const told = ['Name', 'SetIdentifier', 'EndpointGroupRegion'].filter((name) => Object.hasOwn(wanted as Members, name));
  const agrees = ({ Properties: own = {} }: Members): boolean => told.length > 0 && told.every((name) => (own as Members)[name] === (wanted as Members)[name]);
  return (alike.find(([own]) => own === id) ?? (alike.length === 1 ? alike[0] : alike.find(([, resource]) => agrees(resource))))?.[0];
}

/** References to parameters of the piece as what is given for them: the template that it is merged into has no such parameters. */
function valuesFor<T>(value: T, around: { readonly parameters: object; readonly given: Given }): T {
  if (typeof value !== 'object' || value === null) return value;
  const { Ref: name } = value as { readonly Ref?: string };
  if (name !== undefined && Object.hasOwn(around.parameters, name)) {
    const own = around.given[name] ?? (around.parameters as Readonly<Record<string, { readonly Default?: string }>>)[name]?.Default;
    if (own === undefined) throw new Error(`nobody gives the parameter ${name}`);
    return own as T;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => valuesFor(item, around)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, valuesFor(item as unknown, around)])) as T;
}

/** The estate with the remedy's Terraform applied beside its templates. */
export function applied(estate: Estate, { terraform = [] }: Remedy, { given = {} }: ByTerraform): Estate {
  const open = terraform.filter(isOpen).flatMap(({ labels = [] }) => labels.filter((name) => !Object.hasOwn(given, name)));
  if (open.length > 0) throw new Error(`nobody gives the variables ${open.join(', ')}`);
  const variables = Object.entries(given).map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`).join('');
  return { ...estate, terraform: [...estate.terraform, { text: hclText(terraform.map(ofAccount)), variables }] };
}

/** Whoever applies it has a provider of the account for each region. */
const ofAccount = (block: HclBlock): HclBlock => (block.type === 'provider' ? { ...block, body: { ...block.body, allowed_account_ids: [account] } } : block);

const isOpen = ({ type, body = {} }: HclBlock): boolean => type === 'variable' && !Object.hasOwn(body, 'default');

/** The estate as a person or calls leave it. */
export function edited(estate: Estate, { home = '', target = '', deploy, beside, now = {} }: Edit): Estate {
  const { example } = estate;
  const to = intentOfExample(example).target;
  const there = deploy === true ? `${example.target ?? ''}\n${example.home}`.trim() : example.target;
  return {
    ...estate,
    example: {
      ...example, ...now,
      home: home === '' ? example.home : mergeResources(example.home, membersOf(home)),
      ...(there === undefined && target === '' ? {} : { target: target === '' ? there : mergeResources(there ?? '', membersOf(target)) }),
    },
    stacks: beside === undefined ? estate.stacks : [...estate.stacks, { region: to, name: 'beside', text: `Resources:\n${beside.replace(/^(?=.)/gm, '  ')}\n`, parameters: {} }],
  };
}

/** The remedy's calls with their options by name. */
export function callsOf({ cli = [] }: Remedy): Call[] {
  return cli.map(({ region, words, note = '' }) => {
    const [service, operation, ...rest] = words;
    const name = `${service} ${operation}`;
    const at = (option: string): number => rest.indexOf(`--${option}`);
    return {
      region, name, note,
      option(option) {
        const end = rest.findIndex((word, index) => index > at(option) && word.startsWith('--'));
        if (at(option) === -1) throw new Error(`${name} has no option ${option}: ${rest.join(' ')}`);
        return rest.slice(at(option) + 1, end === -1 ? undefined : end).join(' ');
      },
    };
  });
}
