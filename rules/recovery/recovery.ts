import type { CopyBasis } from '../../graph/queries/copies.ts';
import type { KindId } from '../../model/resource.ts';

/** A time that a report may add up. `documented`: the service's documentation gives it · `assumed`: ours, until a rehearsal measures it. */
export interface Estimate {
  readonly seconds: number;
  readonly basis: 'documented' | 'assumed';
  readonly why: string;
}

/** In texts `{name}`, `{home}` and `{target}` stand for the resource and the two regions. */
export interface RecoveryStep {
  readonly text: string;
  readonly time: Estimate;
  /** A data-plane step works while a region's control plane does not. */
  readonly plane: 'data' | 'control';
  /** What cannot be undone, and what it costs to go back. */
  readonly irreversible?: string;
}

/** How data is in the other region already, and what is to be done when it must be used there. */
export interface Way {
  readonly title: string;
  /** synchronous: no write is lost · continuous: what was not shipped yet is lost · periodic: everything since the last copy is lost. */
  readonly sync: 'synchronous' | 'continuous' | 'periodic';
  /** Whether both regions may write. */
  readonly writers: 'both' | 'one';
  /** Data lost when the region is lost without warning. */
  readonly rpo: Estimate;
  readonly setUp: readonly string[];
  /** How to see that the copy is in step. */
  readonly verify: string;
  /** When the region is lost. Empty where nothing has to be done. */
  readonly takeOver: readonly RecoveryStep[];
  /** When both regions work: without loss. Same as takeOver if not given. */
  readonly switchOver?: readonly RecoveryStep[];
  readonly giveBack: string;
}

/** How a kind that holds data or state gets to another region and takes over there. One file per kind. */
export interface Recovery {
  readonly kind: KindId;
  /** Rule that finds its copy missing: who exempts the resource from it says that its data need not be brought along. */
  readonly copyRule?: string;
  /** By how the graph knows of the copy; the first in the order replication, membership, backup decides. */
  readonly ways: Readonly<Partial<Record<CopyBasis, Way>>>;
  /** What there is to do where no copy exists: data is lost, the resource is made anew. */
  readonly anew: RecoveryStep;
  readonly links: readonly [`https://docs.aws.amazon.com/${string}`, ...`https://docs.aws.amazon.com/${string}`[]];
}

export const recovery = (definition: Recovery): Recovery => definition;

export const documented = (seconds: number, why: string): Estimate => ({ seconds, basis: 'documented', why });
export const assumed = (seconds: number, why: string): Estimate => ({ seconds, basis: 'assumed', why });
export const minutes = (count: number): number => 60 * count;
export const hours = (count: number): number => 3600 * count;

/** A copy that AWS Backup made: as old as the plan's schedule, restored into a new resource. */
export const fromBackup = (restore: Estimate): Way => ({
  title: 'Restore of a copied recovery point',
  sync: 'periodic',
  writers: 'one',
  rpo: assumed(hours(24), 'age of the last copy: a daily plan'),
  setUp: ['Let a backup plan copy recovery points of {name} to a vault in {target}', 'Restore one there and compare'],
  verify: 'backup:ListRecoveryPointsByBackupVault in {target}: age of the newest recovery point of {name}',
  takeOver: [{ text: 'Restore {name} from its newest recovery point in {target}', time: restore, plane: 'control', irreversible: 'What was written after that recovery point is lost, and the restored resource has another identity' }],
  giveBack: 'Back up in {target}, copy to {home}, restore there in a window without writes',
});
