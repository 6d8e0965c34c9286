import type { ResourceInstance } from '../resource.ts';
import type { Value } from '../value.ts';

/** Attribute of a data source that can be told without asking AWS; undefined where it cannot. */
export type DataSource = (instance: ResourceInstance, attribute: string) => Value | undefined;
