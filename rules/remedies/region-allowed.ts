import type { PolicyStatement } from '../../model/policy.ts';
import type { MakeRemedy } from '../remedy.ts';

/** The list of regions of a guardrail with the target in it. */
export const regionAllowed: MakeRemedy = (policy, { intent: { home, target } }) => {
  if (policy.kind !== 'organizations-policy') return undefined;
  const regions = [...new Set([...(policy.attributes.statements ?? []).flatMap(requested), ...home, target])].sort();
  const id = policy.arn?.split('/').at(-1) ?? 'POLICY-ID';
  return {
    title: `Let ${policy.name} allow ${target}`,
    cli: [
      { region: 'us-east-1', words: ['organizations', 'describe-policy', '--policy-id', id, '--query', 'Policy.Content', '--output', 'text'], note: 'Keep a copy of the text as it is' },
      { region: 'us-east-1', words: ['organizations', 'update-policy', '--policy-id', id, '--content', 'file://guardrail.json'], note: `guardrail.json: the same text, with aws:RequestedRegion as ${JSON.stringify(regions)}` },
    ],
    limits: ['The management account or a delegated administrator runs it.', 'Keep every exception of the present text: the list of services without a region above all.', 'Where Control Tower manages the guardrail, extend its governed regions instead; it overwrites other changes.'],
  };
};

const requested = ({ conditions = [] }: PolicyStatement): string[] => conditions.flatMap(({ key, values }) => (key.toLowerCase() === 'aws:requestedregion' ? values : []));
