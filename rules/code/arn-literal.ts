import { parseArn } from '../../model/arn.ts';
import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted, subjectName } from '../support/code-words.ts';
import { severities } from '../support/severities.ts';

export const codeArnLiteral = rule({
  id: 'code-arn-literal',
  title: 'ARN names a region',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'The ARN means the resource of one region. Elsewhere the program works on that region’s resource, or its policy denies the one beside it.',
  fix: 'Build the ARN from the partition, region and account that the program runs in, or take it from configuration of that region.',
  effect: 'RTO grows by a change of code and a release, because calls in the target are denied or go to the home region. Where the ARN is of a store, what is written from the target goes to the region that is being left, and RPO is as if it had not been copied.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html'],
  options: codeOptions,
  examples: {
    gap: [{
      ts: `await sns.publish({ TopicArn: 'arn:aws:sns:us-east-1:111122223333:orders' });`,
      py: `sns.publish(TopicArn="arn:aws:sns:us-east-1:111122223333:orders")`,
      java: `class Topics { static final String ORDERS = "arn:aws:sns:us-east-1:111122223333:orders"; }`,
      hcl: `resource "aws_sns_topic_subscription" "orders" {\n  topic_arn = "arn:aws:sns:us-east-1:111122223333:orders"\n}`,
    }],
    ready: [{ name: 'one for each region', ts: `const keys = ['arn:aws:kms:us-east-1:111122223333:key/mrk-1', 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1'];` }],
    exempt: [{ name: 'function of the edge', ts: `const viewerRequestEdgeFunctionArn = 'arn:aws:lambda:us-east-1:111122223333:function:rewrite:7';` }],
  },

  check: claimed('code-arn-literal', (occurrence, context) => judgeBinding(occurrence, context, (where) => {
    const { text, regions, language } = occurrence;
    const service = parseArn(text)?.service ?? '';
    const name = subjectName(occurrence);
    const place = regions.join(' and ');
    const filled = parseArn(text)?.region ?? '';
    const elsewhere = !regions.includes(filled);
    const of = service === '' || /[^a-z0-9-]/.test(service) ? 'a resource' : `a resource of ${service}`;
    return {
      message: elsewhere
        ? `${name === undefined ? 'The ARN' : `The ARN in ${name}`} ${quoted(text)} has ${place} in the name of its resource${filled === '' ? '' : ', although its region is filled in'}: in ${where} it still means the one of ${place}.`
        : `${name === undefined ? 'The ARN' : `The ARN in ${name}`} ${quoted(text)} means ${of} in ${place}: in ${where} it is the wrong one or does not exist.`,
      fix: fixOf(language),
    };
  })),
});

function fixOf(language: string): string {
  if (language === 'terraform') return 'Use the attribute of the resource (`aws_sns_topic.orders.arn`), or build it from `data.aws_partition`, `data.aws_region` and `data.aws_caller_identity`.';
  if (/^(?:yaml|json|cloudformation)$/.test(language)) return 'In a template use `!GetAtt` or `!Sub "arn:${AWS::Partition}:…:${AWS::Region}:${AWS::AccountId}:…"`; elsewhere let the deployment fill it in.';
  return 'Pass the ARN in by configuration of the region, or build it from partition, region and account at run time; in CDK `Stack.of(this).formatArn()`.';
}
