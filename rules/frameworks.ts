import { compareText } from '../model/json.ts';
import { practices, practicesByCategory, practicesByRule, type PracticeId } from './framework-practices.ts';
import { categoryOf } from './rule.ts';

/** Best practices of the Well-Architected Framework that a rule serves: its own where the table has some, else those of its category. */
export function practicesOf(ruleId: string): readonly PracticeId[] {
  const own = Object.hasOwn(practicesByRule, ruleId) ? practicesByRule[ruleId] : undefined;
  return own ?? practicesByCategory[categoryOf(ruleId)];
}

/** What can be asked for: practices (REL13-BP02), questions (REL13), and all of the pillar (REL). */
export function frameworkIds(): string[] {
  const all = Object.keys(practices);
  return [...new Set(['REL', ...all.map(questionOf), ...all])].sort(compareText);
}

/** Whether a rule serves a practice, any of a question, or any of the pillar. */
export function serves(ruleId: string, framework: string): boolean {
  const asked = framework.toUpperCase();
  return practicesOf(ruleId).some((id) => asked === id || asked === questionOf(id) || asked === 'REL');
}

/** REL13 of REL13-BP02. */
export function questionOf(practice: string): string {
  return practice.slice(0, practice.indexOf('-'));
}
