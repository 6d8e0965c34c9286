import type { Kind, Part } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';

export interface KnownType {
  readonly kind: Kind;
  /** Set where the type configures a part of the kind's resource. */
  readonly part?: Part;
}

const byType = new Map<string, KnownType>();
for (const kind of Object.values(kinds) as readonly Kind[]) {
  const { cloudformation, also = [], config, terraform } = kind.names;
  for (const type of [cloudformation, ...also, ...(config === undefined ? [] : [config]), ...terraform]) byType.set(type, { kind });
  for (const [type, part] of Object.entries(kind.parts ?? {})) byType.set(type, { kind, part });
}

/** The kind that knows a CloudFormation, Config or Terraform type name. */
export function kindOfType(type: string): KnownType | undefined {
  return byType.get(type);
}
