import { z } from 'zod';
import { strategies } from '../model/intent.ts';
import type { Page } from './api.ts';
import { snapshotIdSchema } from './api.ts';
import type { Part } from './store/store.ts';
import type { Wish } from './views.ts';

/** Parameters that several routes share, so that they mean the same everywhere. */

const text = z.string().min(1).max(2048);

/** `a=1` or `a=1&a=2`. */
export const oneOrMore = (most: number) => z.union([text, z.array(text).min(1).max(most)]);
export const listed = (value: string | readonly string[] | undefined): readonly string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value);

export const snapshotParams = z.strictObject({ snapshot: snapshotIdSchema });

export const pageQuery = {
  offset: z.coerce.number().int().min(0).max(100_000_000).default(0).describe('Items to skip'),
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('Most items'),
};

const region = z.string().min(1).max(64);

/** What is wanted of the estate; what is not given is taken from the configuration of the server. */
export const wishQuery = {
  home: z.union([region, z.array(region).min(1).max(10)]).optional().describe('Region that the workload runs in today; repeatable. Inferred where neither the request nor the configuration says it'),
  target: region.optional().describe('Region that must be able to take over or join'),
  strategy: z.enum(strategies).optional(),
};

export function wishOf({ home, target, strategy }: { readonly home?: string | readonly string[] | undefined; readonly target?: string | undefined; readonly strategy?: Wish['strategy'] }): Wish {
  return { home: home === undefined ? undefined : listed(home), target, strategy };
}

/** Part of a list that is in memory. */
export function pageFrom<T>(all: readonly T[], { offset, limit }: Part): Page<T> {
  return { items: all.slice(offset, offset + limit), total: all.length, offset, limit };
}

/** Text that people look for, without regard to case. */
export const searchText = z.string().trim().min(1).max(200);
