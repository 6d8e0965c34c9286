import { buildEstate } from '../../graph/build.ts';
import { viewOf } from '../../graph/view.ts';
import { judge } from '../../rules/judge.ts';
import { remediesFor } from '../../rules/remedy-for.ts';
import type { Remedy } from '../../rules/remedy.ts';
import type { EstateExample, Rule } from '../../rules/rule.ts';
import { factsOfExample, intentOfExample } from '../rule-examples/estate-example.ts';
import { formsOf, type RemedyForm } from './remedy/forms.ts';
import type { Section } from './rule-sections.ts';

const languages = { CloudFormation: 'yaml', Terraform: 'hcl', 'AWS CLI': 'sh' } as const satisfies Readonly<Record<RemedyForm['name'], string>>;

/** The code that closes the gap of the first example that code can close; no section for other rules. */
export function remedySections(rule: Rule): Section[] {
  if (rule.on === 'code' || rule.remedy === undefined) return [];
  for (const [index, example] of (rule.examples.gap as readonly EstateExample[]).entries()) {
    const remedy = remedyOf(rule, example);
    if (remedy === undefined) continue;
    const { name } = example;
    const which = `the gap of example ${index + 1}${name === undefined ? '' : ` (${name})`}`;
    return [{
      heading: 'Code that closes it',
      blocks: [
        { text: `What \`regionready remedy\` prints for ${which}: ${remedy.title}.` },
        ...(remedy.limits === undefined ? [] : [{ list: remedy.limits }]),
        ...formsOf(remedy).map((form) => ({ code: form.text.trimEnd(), language: languages[form.name], caption: `${form.name}:` })),
      ],
    }];
  }
  return [];
}

function remedyOf(rule: Rule, example: EstateExample): Remedy | undefined {
  const view = viewOf(buildEstate(factsOfExample(example)));
  const intent = intentOfExample(example);
  const { judgements } = judge({ view, rules: [rule], intent, tool: 'page' });
  return judgements.flatMap((judgement) => remediesFor(judgement, { view, rules: new Map([[rule.id, rule]]), intent }))[0];
}
