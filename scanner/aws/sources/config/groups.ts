import { compareText } from '../../../../model/json.ts';
import type { At } from '../../scan/knowledge.ts';

/** Places that one query of an aggregator asks of: every region of some accounts, or some regions of one. */
export interface Group {
  readonly accounts: readonly string[];
  /** Every region if empty. */
  readonly regions: readonly string[];
  /** The places of it that have resources. */
  readonly places: readonly At[];
  readonly count: number;
}

export interface Counted extends At {
  readonly count: number;
}

/** An expression has at most 4,096 characters; an account takes sixteen of them. */
const accountLimit = 180;
/** Queries that are worth asking side by side: one after the other, pages come slower than AWS allows. */
const sideBySide = 24;
/** Fewest resources of a group: the last page of each is half empty on average. */
const least = 1_000;

/** Shares places out to as few queries as keep the permitted rate busy, so that half-empty last pages stay rare. `regions` are those that were asked for. */
export function groupsOf(places: readonly Counted[], regions: readonly string[]): Group[] {
  const accounts = [...Map.groupBy(places.toSorted((a, b) => compareText(a.account, b.account) || compareText(a.region, b.region)), ({ account }) => account)];
  const share = Math.max(least, Math.ceil(total(places) / sideBySide));
  const found: Group[] = [];
  let open: (readonly [string, readonly Counted[]])[] = [];
  const close = (): void => {
    if (open.length > 0) found.push(groupOf(open.flatMap(([, own]) => own), { accounts: open.map(([account]) => account), regions }));
    open = [];
  };
  for (const [account, own] of accounts) {
    if (total(own) > share && own.length > 1) {
      for (const part of chunks(own, share)) found.push(groupOf(part, { accounts: [account], regions: part.map(({ region }) => region) }));
      continue;
    }
    if (open.length === accountLimit || total(open.flatMap(([, each]) => each)) + total(own) > share) close();
    open.push([account, own]);
  }
  close();
  return found;
}

const total = (places: readonly Counted[]): number => places.reduce((sum, { count }) => sum + count, 0);
const groupOf = (places: readonly Counted[], { accounts, regions }: Pick<Group, 'accounts' | 'regions'>): Group => ({ accounts, regions, places: places.map(({ account, region }) => ({ account, region })), count: total(places) });

/** In order, each as large as fits; a place that is larger stands alone. */
function chunks(places: readonly Counted[], share: number): Counted[][] {
  const found: Counted[][] = [];
  let size = Infinity;
  for (const place of places) {
    if (size + place.count > share) {
      found.push([]);
      size = 0;
    }
    found.at(-1)?.push(place);
    size += place.count;
  }
  return found;
}
