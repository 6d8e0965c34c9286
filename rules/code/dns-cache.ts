import type { Occurrence } from '../../model/occurrence.ts';
import { rule } from '../rule.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { severities } from '../support/severities.ts';
import { gap, ready } from '../verdict.ts';

/** Seconds; records that follow a failover live as long or shorter. */
const longest = 60;

export const codeDnsCache = rule({
  id: 'code-dns-cache',
  title: 'Resolved names are kept longer than a failover takes',
  on: 'code',
  severity: severities('I/M/H/H'),
  why: 'A Java virtual machine that keeps addresses for good goes on talking to the region that has failed until it is restarted, whatever DNS says.',
  fix: 'Set networkaddress.cache.ttl to 60 seconds or less, and limit how long connections are kept open.',
  effect: 'No effect on RPO. RTO is the time until every process has been restarted, whatever the TTL of the record.',
  links: ['https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/jvm-ttl-dns.html'],
  options: codeOptions,
  examples: {
    gap: [{
      ts: `const jvmOptions = '-Dsun.net.inetaddr.ttl=-1';`,
      java: `class Main { static { java.security.Security.setProperty("networkaddress.cache.ttl", "-1"); } }`,
      sh: `export JAVA_OPTS="-Dsun.net.inetaddr.ttl=-1"`,
    }],
    ready: [{
      ts: `const jvmOptions = '-Dsun.net.inetaddr.ttl=60';`,
      java: `class Main { static { java.security.Security.setProperty("networkaddress.cache.ttl", "60"); } }`,
      sh: `export JAVA_OPTS="-Dsun.net.inetaddr.ttl=60"`,
    }],
  },

  check: claimed('code-dns-cache', (occurrence, { targets }) => {
    const seconds = secondsIn(occurrence);
    if (seconds === undefined) return undefined;
    if (seconds >= 0 && seconds <= longest) return ready(`Resolved names are kept for ${seconds} seconds.`);
    return gap(`${occurrence.text} keeps resolved names ${seconds < 0 ? 'for good' : `for ${seconds} seconds`}: the process goes on using the region that has failed.`, {
      ...(targets.length === 0 ? {} : { targets }),
      ...(seconds < 0 ? {} : { atMost: 'medium' as const }),
    });
  }),
});

/** The value behind the setting's name: `…ttl", "-1"`, `…ttl=60`. Undefined where the line does not tell it. */
function secondsIn({ text, within, snippet }: Occurrence): number | undefined {
  for (const line of [within ?? '', snippet]) {
    const at = line.indexOf(text);
    const value = at === -1 ? undefined : /^["']?\s*[,=:]?\s*["']?(-?\d{1,9})\b/.exec(line.slice(at + text.length))?.[1];
    if (value !== undefined) return Number(value);
  }
  return undefined;
}
