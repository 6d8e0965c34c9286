import { cfnType, cfnTypeNames } from '../../model/cfn-type.ts';
import { parseArn } from '../../model/arn.ts';
import { compareText } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';

interface Shape {
  readonly type: string;
  readonly pattern: RegExp;
  /** Length of its fixed text: the more of it, the more it says. */
  readonly fixed: number;
}

let shapes: ReadonlyMap<string, readonly Shape[]> | undefined;

/** The CloudFormation type that an ARN is of, by the shapes of kinds and of the specification; undefined where none fits. */
export function typeOfArn(arn: string): string | undefined {
  const parsed = parseArn(arn);
  if (parsed === undefined || parsed.resource.length > 2_048) return undefined;
  shapes ??= allShapes();
  return shapes.get(parsed.service)?.find(({ pattern }) => pattern.test(parsed.resource))?.type;
}

function allShapes(): ReadonlyMap<string, readonly Shape[]> {
  const found = new Map<string, Shape[]>();
  const add = (type: string, template: string): void => {
    const parsed = parseArn(template.replaceAll(/\$?\{[^{}]*\}/g, placeholder));
    if (parsed === undefined) return;
    const parts = parsed.resource.split(placeholder);
    // A name may hold anything at the end, and one step elsewhere.
    const source = parts.map((part) => escaped(part)).reduce((before, part, index) => `${before}${index === parts.length - 1 && part === '' ? '[^:]+' : '[^/:]+'}${part}`);
    const list = found.get(parsed.service) ?? [];
    list.push({ type, pattern: new RegExp(`^${source}$`), fixed: parts.join('').length });
    found.set(parsed.service, list);
  };
  for (const { names, arn } of Object.values(kinds) as readonly Kind[]) if (arn !== undefined) add(names.cloudformation, arn);
  for (const type of cfnTypeNames) {
    const arn = cfnType(type)?.arn;
    if (arn !== undefined) add(type, arn);
  }
  // The service's own namespace first where several share an ARN shape: RDS before DocDB and Neptune.
  for (const [service, list] of found) list.sort((a, b) => b.fixed - a.fixed || Number(isOwn(b.type, service)) - Number(isOwn(a.type, service)) || compareText(a.type, b.type));
  return found;
}

const placeholder = '\u0001';
const isOwn = (type: string, service: string): boolean => type.split('::')[1]?.toLowerCase() === service;
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
