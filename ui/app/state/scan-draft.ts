import { secondsOf } from '../../../model/duration.ts';
import type { NewScan } from '../../../server/jobs/api.ts';

/** A scan as it is typed: lists with commas or spaces between. */
export interface ScanDraft {
  readonly name: string;
  readonly reads: 'aws' | 'paths' | 'both';
  readonly regions: string;
  readonly accounts: string;
  readonly role: string;
  readonly paths: string;
  readonly every: string;
  readonly targets: string;
}

export const emptyScan: ScanDraft = { name: '', reads: 'aws', regions: '', accounts: '', role: '', paths: '', every: '1d', targets: '' };

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/** What is wrong with a field, by its name. The server knows the rest. */
export function mistakesInScan({ name, reads, paths, every }: ScanDraft): Readonly<Record<string, string>> {
  return {
    ...(name.trim() === '' ? { name: 'Give it a name.' } : {}),
    ...(reads !== 'aws' && words(paths).length === 0 ? { paths: 'Name at least one path.' } : {}),
    ...(every.trim() !== '' && (secondsOf(every.trim()) ?? 0) < 300 ? { every: 'Write a duration of at least five minutes, such as 6h or 1d.' } : {}),
  };
}

export function newScanOf({ name, reads, regions, accounts, role, paths, every, targets }: ScanDraft): NewScan {
  const goals = words(targets);
  const aws = { ...(words(regions).length === 0 ? {} : { regions: words(regions) }), ...(words(accounts).length === 0 ? {} : { accounts: words(accounts) }), ...(role.trim() === '' ? {} : { role: role.trim() }) };
  return {
    name: name.trim(),
    ...(reads === 'paths' ? {} : { aws }),
    paths: reads === 'aws' ? [] : words(paths),
    ...(every.trim() === '' ? {} : { every: every.trim() }),
    ...(goals.length === 0 ? {} : { targets: goals }),
    judge: goals.map((target) => ({ target })),
  };
}
