import type { Fact } from '../../model/fact.ts';
import type { AwsScan } from '../../scanner/aws/index.ts';
import { terminalText } from './escape.ts';
import { blindSpotLines, lookedText } from './text/coverage.ts';
import { counted } from './words.ts';

interface Scanned {
  readonly scanned: AwsScan | undefined;
  readonly terminal: Parameters<typeof blindSpotLines>[1];
  /** Facts that were written. */
  readonly count: number;
  readonly output: string;
}

/** What a scan has learned, and where it could not look. */
export function scanSummary(facts: readonly Fact[], { scanned, terminal, count, output }: Scanned): string[] {
  const of = <T extends Fact['type']>(type: T): Extract<Fact, { readonly type: T }>[] => facts.filter((fact): fact is Extract<Fact, { readonly type: T }> => fact.type === type);
  const looked = new Map<string, number>();
  for (const { what, count } of of('coverage')) looked.set(what, (looked.get(what) ?? 0) + count);
  const spots = [...of('blind-spot'), ...(scanned?.blindSpots ?? [])];
  const resources = of('resource').length + (scanned?.resources ?? 0);
  return [
    `Wrote ${counted(count, 'fact')} to ${terminalText(output)}`,
    ...(scanned === undefined ? [] : [`  Asked AWS of ${counted(scanned.accounts.length, 'account')}: ${scanned.accounts.slice(0, 10).join(', ')}${scanned.accounts.length > 10 ? ', …' : ''}`]),
    `  ${counted(resources, 'resource')}, ${counted(of('occurrence').length, 'occurrence')} of regions in code and text, ${counted(spots.length, 'blind spot')}`,
    ...(looked.size === 0 ? [] : [`  Read: ${lookedText(Object.fromEntries([...looked].sort()))}`]),
    ...blindSpotLines(spots, terminal),
    ...(scanned === undefined || scanned.complete ? [] : [scanned.resumable ? 'Incomplete: some calls failed for now. The same command with --resume asks only for what is missing.' : 'Incomplete: AWS did not answer every call. The blind spots say which, and what would open them.']),
  ];
}
