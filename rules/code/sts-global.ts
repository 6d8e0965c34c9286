import { regionOf } from '../../model/region.ts';
import { rule } from '../rule.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted } from '../support/code-words.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { gap } from '../verdict.ts';

export const codeStsGlobal = rule({
  id: 'code-sts-global',
  title: 'Global STS endpoint is called',
  on: 'code',
  severity: severities('M/M/H/H'),
  why: 'The global endpoint is us-east-1 for everybody outside of default regions and Amazon DNS. Its tokens are refused by regions that must be enabled first.',
  fix: 'Call the STS of the region: AWS_STS_REGIONAL_ENDPOINTS=regional for old SDKs, `https://sts.<region>.amazonaws.com` for hand-made requests.',
  effect: 'No effect on RPO. Where the global endpoint answers from us-east-1, nobody gets credentials while that region is impaired; in a target that needs opting in its tokens may be refused. RTO grows by a change of setting and a restart of every process.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html', 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html'],
  options: codeOptions,
  examples: {
    gap: [{
      ts: `const sts = new STSClient({ endpoint: 'https://sts.amazonaws.com' });`,
      py: `sts = boto3.client("sts", endpoint_url="https://sts.amazonaws.com")`,
      go: `package main\nconst stsEndpoint = "https://sts.amazonaws.com"`,
    }, { name: 'asked for by a setting', py: `import os\nos.environ["AWS_STS_REGIONAL_ENDPOINTS"] = "legacy"`, sh: 'export AWS_STS_REGIONAL_ENDPOINTS=legacy', yaml: 'env:\n  AWS_STS_REGIONAL_ENDPOINTS: legacy' }],
    ready: [{ name: 'names the target', ts: `const sts = new STSClient({ endpoint: 'https://sts.eu-west-1.amazonaws.com' });` }],
  },

  check: claimed('code-sts-global', ({ text }, { targets }) => {
    const optIn = targets.filter((target) => regionOf(target)?.optIn === true);
    const effect = optIn.length > 0 ? `${listed(optIn)} must be enabled first, and refuses its version 1 tokens` : 'outside of default regions and Amazon DNS it is us-east-1 that answers';
    const said = text === 'legacy' ? `${quoted('legacy')} makes SDKs call the global endpoint of STS` : `${quoted(text)} is the global endpoint of STS`;
    return gap(`${said}: ${effect}.`, {
      ...(targets.length === 0 ? {} : { targets }),
      ...(optIn.length > 0 ? { severity: 'critical' as const } : {}),
    });
  }),
});
