import table from './data/regional-constants.json' with { type: 'json' };

/** An id of AWS's own that is another one in other regions: the account of a registry, the hosted zone of a service's names. */
export interface RegionalConstant {
  readonly id: string;
  readonly form: 'account' | 'hosted-zone';
  readonly what: string;
  /** Its value in each region that is known to have one. */
  readonly regions: Readonly<Record<string, string>>;
}

const constants = Object.entries(table.constants as Readonly<Record<string, Omit<RegionalConstant, 'id'>>>).map(([id, constant]): RegionalConstant => ({ id, ...constant }));

const byValue = new Map<string, RegionalConstant[]>();
for (const constant of constants) for (const value of new Set(Object.values(constant.regions))) byValue.set(value, [...(byValue.get(value) ?? []), constant]);

/** Every value of a form, in code-unit order. */
export function regionalValues(form: RegionalConstant['form']): string[] {
  return [...byValue].filter(([, of]) => of.some((constant) => constant.form === form)).map(([value]) => value).sort();
}

/** What an account id or hosted zone id stands for, where it is one of these. */
export function regionalConstantsOf(value: string): readonly RegionalConstant[] {
  return byValue.get(value) ?? [];
}

/** Regions in which the value holds for at least one of the constants that it is a value of. */
export function regionsOfConstant(value: string): string[] {
  return [...new Set(regionalConstantsOf(value).flatMap(({ regions }) => Object.keys(regions).filter((region) => regions[region] === value)))].sort();
}

export const regionalConstantSource = { source: `${table._meta.source} ${table._meta.version}`, date: table._meta.date };
