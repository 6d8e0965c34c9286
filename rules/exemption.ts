import type { Exemption, Intent } from '../model/intent.ts';
import { matchesPattern } from '../model/pattern.ts';

/** The exemption that covers a rule and subject, if one does and has not expired. */
export function exemptionFor(intent: Intent, ruleId: string, texts: readonly string[]): Exemption | undefined {
  return intent.exemptions.find((exemption) => isInForce(exemption, intent.today) && covers(exemption, ruleId, texts));
}

export function isInForce({ until }: Pick<Exemption, 'until'>, today: string): boolean {
  return until === undefined || today <= until;
}

function covers({ rule, subject }: Exemption, ruleId: string, texts: readonly string[]): boolean {
  return matchesPattern(rule, ruleId) && texts.some((text) => matchesPattern(subject, text));
}

/** What the reader should know of the exemptions: which ones no longer hold. */
export function exemptionNotes({ exemptions, today }: Intent): string[] {
  return exemptions
    .filter((exemption) => !isInForce(exemption, today))
    .map(({ rule, subject, until, reason }) => `The exemption of ${subject} from ${rule} expired on ${until}: ${reason}`);
}
