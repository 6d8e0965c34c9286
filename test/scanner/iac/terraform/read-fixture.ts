import { readFileSync } from 'node:fs';
import type { BlindSpot } from '../../../../model/blind-spot.ts';
import type { Fact, ResourceFact } from '../../../../model/fact.ts';
import type { IacContext, IacFile, IacReader } from '../../../../scanner/iac/reader.ts';
import { terraformPlan } from '../../../../scanner/iac/terraform-plan.ts';
import { terraformState } from '../../../../scanner/iac/terraform-state.ts';

export const context: IacContext = { deployments: () => [{ region: 'eu-west-3' }], readRelative: () => undefined };

export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/terraform/${name}`, import.meta.url), 'utf8');
}

/** Parsed JSON of no declared shape. */
export type Loose = ReturnType<typeof JSON.parse>;

/** A fixture as JSON that a test may change. */
export function fixtureJson(name: string): Loose {
  return JSON.parse(fixture(name));
}

export const fileOf = (path: string, text: string): IacFile => ({ path, absolutePath: `/${path}`, text });

export interface Read {
  readonly facts: readonly Fact[];
  readonly blind: readonly BlindSpot[];
  /** The resource with that address. */
  at(address: string): ResourceFact;
}

/** What the reader that claims the file says of it. */
export function read(path: string, text: string): Read {
  const file = fileOf(path, text);
  const reader: IacReader | undefined = [terraformPlan, terraformState].find((each) => each.claims(file));
  if (!reader) throw new Error(`nobody claims ${path}`);
  const facts = [...reader.read(file, context)];
  const resources = new Map(facts.flatMap((fact) => (fact.type === 'resource' ? [[fact.source.path, fact] as const] : [])));
  return {
    facts,
    blind: facts.filter((fact) => fact.type === 'blind-spot'),
    at(address) {
      const found = resources.get(address);
      if (!found) throw new Error(`no ${address} among ${[...resources.keys()].join(', ')}`);
      return found;
    },
  };
}

export const readFixture = (name: string): Read => read(name, fixture(name));
