import type { Json, JsonObject } from '../../../model/json.ts';
import type { InstanceKey } from './address.ts';

/** An instance of a resource or data source, as plans, `terraform show` and state files all tell it. */
export interface TerraformResource {
  /** Address with module path and key: module.media["north"].aws_s3_bucket.this[0]. */
  readonly address: string;
  /** Address of the module; '' for the root. */
  readonly module: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly key?: InstanceKey | undefined;
  /** Source address of the provider: registry.terraform.io/hashicorp/aws. */
  readonly provider: string;
  /** What tells configurations of the provider apart in this document: provider_config_key of a plan, provider address of a state. */
  readonly configuration?: string | undefined;
  readonly values: JsonObject;
  /** Mirrors `values`: true where a value is sensitive. Collections stand as lists and objects even where nothing is. */
  readonly sensitive: Json;
  /** Mirrors `values`: true where a value is known only after apply. */
  readonly unknown: Json;
}

/** Name of the resource in its module without key: aws_s3_bucket.this, data.aws_region.current. */
export function localAddress({ mode, type, name }: Pick<TerraformResource, 'mode' | 'type' | 'name'>): string {
  return mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`;
}

/** The provider's type: aws of registry.opentofu.org/hashicorp/aws. */
export function providerType({ provider }: TerraformResource): string {
  return provider.slice(provider.lastIndexOf('/') + 1);
}
