import { rule } from '../rule.ts';
import { claimed } from '../support/code-check.ts';
import { requiredPin } from '../support/code-required-pin.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted, receiver, subjectName } from '../support/code-words.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { gap, ready } from '../verdict.ts';

export const codeMissingPin = rule({
  id: 'code-missing-pin',
  title: 'Region is not the one that AWS requires here',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'CloudFront takes certificates and web ACLs from us-east-1 only, some APIs answer in a few regions only. With another region the call fails, in every estate.',
  fix: 'Name the region that AWS requires, and say in a comment that it is no region of the workload.',
  effect: 'No effect on RPO. The deployment or call fails today and in the target alike, so that RTO of what depends on it is open until the region is named.',
  links: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html', 'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html'],
  options: codeOptions,
  examples: {
    gap: [
      { name: 'certificate of a distribution', ts: `const distribution = { viewerCertificate: { cloudFrontCertificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555' } };` },
      { name: 'metrics of CloudFront', ts: `metrics.push({ Namespace: 'AWS/CloudFront', MetricName: 'Requests', region: 'eu-west-1' });` },
      { name: 'price list', ts: `import { PricingClient } from '@aws-sdk/client-pricing';\nconst pricing = new PricingClient({ region: 'eu-west-1' });`, py: `import boto3\npricing = boto3.client("pricing", region_name="eu-west-1")` },
    ],
    ready: [
      { name: 'certificate of a distribution', ts: `const distribution = { viewerCertificate: { cloudFrontCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555' } };` },
      { name: 'metrics of CloudFront', ts: `metrics.push({ Namespace: 'AWS/CloudFront', MetricName: 'Requests', region: 'us-east-1' });` },
      { name: 'web ACL of a distribution', ts: `const webAclId = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/11111111-2222-3333-4444-555555555555';` },
    ],
  },

  check: claimed('code-missing-pin', (occurrence, { targets }) => {
    const { regions } = occurrence;
    const pin = requiredPin(occurrence);
    if (pin === undefined) return undefined;
    if (regions.every((code) => pin.regions.includes(code))) return ready(`${listed(regions)} is what AWS requires here: ${pin.what}.`);
    const what = subjectName(occurrence) ?? receiver(occurrence) ?? quoted(occurrence.text);
    return gap(`${what} names ${listed(occurrence.regions)}, where AWS does not serve this: ${pin.what} (${listed(pin.regions)}).`, {
      fix: `Name ${listed(pin.regions)} here, wherever the workload runs.`,
      ...(targets.length === 0 ? {} : { targets }),
    });
  }),
});
