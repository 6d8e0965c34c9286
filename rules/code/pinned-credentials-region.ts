import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { regionFix } from '../support/code-fix.ts';
import { codeOptions } from '../support/code-options.ts';
import { receiver, subjectName } from '../support/code-words.ts';
import { severities } from '../support/severities.ts';

export const codePinnedCredentialsRegion = rule({
  id: 'code-pinned-credentials-region',
  title: 'Requests are signed for a fixed region',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'A signature holds for the region in its credential scope. An endpoint of another region refuses it, presigned URLs included.',
  fix: 'Sign for the region of the endpoint that is called; for multi-Region access points sign with SigV4a.',
  effect: 'No effect on RPO. Every request that is signed this way is refused by the target’s endpoint: RTO grows by a change of code and a release, and links that were signed before stay invalid.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html'],
  options: codeOptions,
  examples: {
    gap: [{
      ts: `const signer = new SignatureV4({ service: 'execute-api', region: 'us-east-1', credentials, sha256 });`,
      py: `auth = AWS4Auth(key, secret, "us-east-1", "es")`,
    }],
    ready: [{ name: 'the target', ts: `const signer = new SignatureV4({ service: 'execute-api', region: 'eu-west-1', credentials, sha256 });` }],
  },

  check: claimed('code-pinned-credentials-region', (occurrence, context) => judgeBinding(occurrence, context, (where) => ({
    message: `${receiver(occurrence) ?? subjectName(occurrence) ?? 'The request'} signs for ${occurrence.regions.join(', ')}: endpoints of ${where} refuse the signature.`,
    fix: regionFix(occurrence),
  }))),
});
