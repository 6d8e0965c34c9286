import type { Occurrence } from '../../model/occurrence.ts';
import { regionOf } from '../../model/region.ts';
import { rule, type CodeContext } from '../rule.ts';
import { isOfAnotherPartition, judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { hostParts } from '../support/code-hosts.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted, subjectName } from '../support/code-words.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { gap, type Verdict } from '../verdict.ts';

export const codeEndpointLiteral = rule({
  id: 'code-endpoint-literal',
  title: 'Host name ties the code to a region',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'The host is the endpoint of one region, or one that AWS runs from us-east-1. Calls go there from every region, over the distance, and fail when it fails.',
  fix: 'Let the SDK resolve endpoints from the region; build hosts of your own resources from region and partition suffix, or give them a DNS name that follows the failover.',
  effect: 'No effect on RPO. Calls go on to the region that has failed after traffic has moved; RTO grows by changing the host name in every copy of the code, and a release.',
  links: ['https://docs.aws.amazon.com/general/latest/gr/rande.html', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html#deprecated-global-endpoint'],
  options: codeOptions,
  examples: {
    gap: [
      {
        ts: `const queueUrl = 'https://sqs.us-east-1.amazonaws.com/111122223333/orders';`,
        py: `QUEUE_URL = "https://sqs.us-east-1.amazonaws.com/111122223333/orders"`,
        yaml: `image: 111122223333.dkr.ecr.us-east-1.amazonaws.com/orders:1.4`,
        sh: `docker push 111122223333.dkr.ecr.us-east-1.amazonaws.com/orders:1.4`,
      },
      { name: 'the global endpoint of S3', ts: 'const url = `https://s3.amazonaws.com/${bucket}/${key}`;' },
    ],
    ready: [{ name: 'names the target', ts: `const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders';` }],
    exempt: [
      { name: 'the price list is offered in three regions', ts: `const url = 'https://api.pricing.us-east-1.amazonaws.com/';` },
      { name: 'public download', ts: `const ca = await fetch('https://s3.amazonaws.com/rds-downloads/rds-combined-ca-bundle.pem');` },
    ],
  },

  check: claimed('code-endpoint-literal', (occurrence, context) => {
    if (isOneOfPartitions(occurrence, context)) return undefined;
    return occurrence.form === 'global-endpoint' ? judgeGlobal(occurrence, context.targets) : judgeRegional(occurrence, context);
  }),
});

function judgeRegional(occurrence: Occurrence, context: CodeContext): Verdict {
  return judgeBinding(occurrence, context, (where) => {
    const { text, within, regions } = occurrence;
    const parts = hostParts(text, within);
    const name = subjectName(occurrence);
    return {
      message: `${name === undefined ? '' : `${name} holds `}${quoted(parts.host === '' ? text : parts.host)}${name === undefined ? ' is' : ', which is'} for ${listed(regions)} only: ${where} would depend on it.`,
      fix: fixOf(occurrence, parts.host),
      ...(isForeign(parts.host) || isStaticFile.test(parts.path) ? { atMost: 'low' as const } : {}),
    };
  });
}

/** A host of another partition in a list that has one for each: nobody is tied to it. */
const isOneOfPartitions = (occurrence: Occurrence, context: CodeContext): boolean =>
  context.targets.length === 0 && isOfAnotherPartition(occurrence, context) && (occurrence.siblings ?? []).some((text) => /(?:^|=)\*?[\w.*-]*\*[\w.*-]*\.amazonaws\.com/.test(text));

/** Pictures and the like that pages link to. */
const isStaticFile = /\.(?:png|jpe?g|gif|svg|webp|ico|css|woff2?|ttf|mp4|pdf)$/i;

/** A vendor that names an AWS region in its own host: a review, no change of ours. */
const isForeign = (host: string): boolean => host !== '' && !/(?:amazonaws\.(?:com|com\.cn|eu)|\.aws|amazoncognito\.com|elasticbeanstalk\.com|awsapprunner\.com|amplifyapp\.com)$/.test(host) && !host.startsWith('com.amazonaws.');

function judgeGlobal(occurrence: Occurrence, targets: readonly string[]): Verdict {
  const { text, within } = occurrence;
  const { labels, host, path } = hostParts(text, within);
  const optIn = targets.filter((target) => regionOf(target)?.optIn === true);
  const s3 = labels.some((label) => label.startsWith('s3'));
  const effect = optIn.length > 0 && s3 ? `buckets of ${listed(optIn)} are not reached by it` : 'it is answered by us-east-1, from wherever it is called';
  return gap(`${quoted(host === '' ? text : host)} is the endpoint without a region: ${effect}.`, {
    fix: s3 ? 'Use the regional host `<bucket>.s3.<region>.amazonaws.com`, or let the SDK build it.' : 'Use the regional host, or let the SDK build it.',
    ...(targets.length === 0 ? {} : { targets }),
    ...(isStaticFile.test(path) ? { atMost: 'info' as const } : optIn.length > 0 && s3 ? {} : { atMost: 'medium' as const }),
  });
}

function fixOf({ language }: Occurrence, host: string): string {
  const region = language === 'terraform' ? '`data.aws_region.current.region`' : /^(?:yaml|json|cloudformation)$/.test(language) ? '`${AWS::Region}`' : 'the region at run time';
  if (host.includes('.dkr.ecr.')) return `Replicate the repository, and build the registry’s host from ${region}.`;
  if (host.startsWith('com.amazonaws.')) return `Build the service name from ${region}.`;
  if (isForeign(host)) return 'Ask the vendor which of its regions serves the target, and make the host a setting.';
  return `Let the SDK resolve the endpoint, or build the host from ${region}; keep URLs of queues and APIs in configuration of their region.`;
}
