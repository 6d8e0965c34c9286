import type { Readiness } from '../../../model/readiness.ts';
import type { FormatContext } from '../format.ts';
import { indented } from '../terminal.ts';
import { byRule, inState, isOpen } from '../words.ts';

/** The one thing to do now. */
export function nextSection(readiness: Readiness, { paint, columns }: FormatContext): string[] {
  return indented(nextStep(readiness), columns, { first: `${paint('bold', 'Next')}  ` });
}

function nextStep({ judgements, coverage, blindSpots, status }: Readiness): string {
  const [worst] = byRule(judgements.filter(isOpen));
  if (worst !== undefined) return `regionready rules explain ${worst.rule} — says why it matters and how to close it; regionready remedy --rule ${worst.rule} — prints the code for it.`;
  const [asked] = inState(judgements, 'unknown').flatMap(({ ask }) => ask ?? []);
  if (asked !== undefined) return 'Nothing known is in the way. Answer what is unknown, then audit again.';
  if (blindSpots.length > 0) return 'Nothing known is in the way. Open the blind spots above, then audit again.';
  if (coverage.resources === 0) return 'No resources were found. Point at templates, Terraform plans (terraform show -json), cdk.out folders or a snapshot.';
  if (status === 'ready') return 'Keep it so: run the audit in the pipeline, with --fail-on.';
  return 'No rule had a verdict on these resources. regionready rules lists what is judged.';
}
