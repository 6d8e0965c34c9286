import { documentCopy } from '../remedies/document-copy.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const runbook = yaml`
  FailOver:
    Type: AWS::SSM::Document
    Properties: { Name: fail-over, DocumentType: Automation }
`;

export const operationsRunbookInR0 = rule({
  id: 'operations-runbook-in-r0',
  title: 'Runbook is in the home region only',
  on: 'resource',
  types: ['AWS::SSM::Document'],
  severity: severities('H/H/H/H'),
  why: 'The document that says or does what is to be done cannot be opened or run while its region is down.',
  fix: 'Deploy Systems Manager documents to the target region too, keep a copy of the runbook outside AWS, and test the roles that run it from there.',
  effect: 'No effect on RPO unless it tells when stores are safe to promote. RTO grows by doing from memory what the runbook would have said, for as long as home is down.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html'],
  remedy: documentCopy,
  examples: {
    gap: [{ home: runbook }],
    ready: [{ home: runbook, target: runbook }],
  },

  check(resource, context) {
    return hasCounterpart(resource, context);
  },
});
