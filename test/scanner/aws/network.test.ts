import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { after, before, describe, it } from 'node:test';
import { enter } from '../../../scanner/aws/access.ts';
import { callFailure } from '../../../scanner/aws/gateway/failure.ts';
import { transport, type Environment } from '../../../scanner/aws/gateway/transport.ts';
import { gateway, type GatewayOptions } from '../../../scanner/aws/gateway.ts';
import { dynamodb } from '../../../scanner/aws/services/dynamodb.ts';
import { route53 } from '../../../scanner/aws/services/route53.ts';
import { tiny, tinyServices } from '../../estates/aws/tiny.ts';
import { inventories } from '../../support/aws/inventories.ts';
import { interceptingProxy, withoutOpenssl, type InterceptingProxy } from '../../support/aws/intercepting-proxy.ts';
import type { Answer } from '../../support/aws/answer.ts';
import type { Wire } from '../../support/aws/operations.ts';
import { fakeServer, type FakeAws } from '../../support/aws/server.ts';

const run = promisify(execFile);
const signIn = ({ url }: Wire): Answer | undefined =>
  url.startsWith('/federation/credentials') ? { status: 200, type: 'application/json', body: JSON.stringify({ roleCredentials: { accessKeyId: `ASIA${tiny.caller}`, secretAccessKey: 'signed-in', sessionToken: 'token', expiration: 4_070_908_800_000 } }) } : undefined;

describe('the way to AWS', { skip: withoutOpenssl }, () => {
  let aws: FakeAws;
  let proxy: InterceptingProxy;
  before(async () => {
    aws = await fakeServer({ caller: tiny.caller, handlers: [inventories(tiny), tinyServices], unsigned: signIn });
    proxy = await interceptingProxy(aws.url);
  });
  after(async () => {
    proxy.close();
    await aws.close();
  });

  const tables = async (env: Environment, options: Partial<GatewayOptions> = {}): Promise<readonly string[] | undefined> => {
    const via = transport(env);
    const gate = gateway({ transport: via, maxAttempts: 1, credentials: () => async () => ({ accessKeyId: `AKIA${tiny.caller}`, secretAccessKey: 'fake' }), ...options });
    try {
      return (await gate.at(tiny.caller, 'us-east-1').call(dynamodb, 'ListTables', {})).TableNames;
    } finally {
      via.httpAgent.destroy();
      via.httpsAgent.destroy();
    }
  };
  const through = (): Environment => ({ HTTPS_PROXY: proxy.url, AWS_CA_BUNDLE: proxy.bundle });

  it('leads through HTTPS_PROXY, whose certificates AWS_CA_BUNDLE explains', async () => {
    const before = proxy.hosts.length;
    assert.deepEqual(await tables(through()), ['carts']);
    assert.deepEqual(proxy.hosts.slice(before), ['dynamodb.us-east-1.amazonaws.com:443']);
    await assert.rejects(tables({ https_proxy: proxy.url }), { reason: 'unreachable', message: /certificate/ });
  });

  it('leads past the proxy where NO_PROXY says so', async () => {
    const before = proxy.hosts.length;
    assert.deepEqual(await tables({ ...through(), NO_PROXY: '127.0.0.1' }, { endpointUrl: proxy.direct }), ['carts']);
    assert.equal(proxy.hosts.length, before);
    assert.deepEqual(await tables({ ...through(), NO_PROXY: 'example.com' }), ['carts']);
    assert.equal(proxy.hosts.length, before + 1);
  });

  it('says what stands in it: a proxy that is not there, a bundle that is none', async () => {
    await assert.rejects(tables({ ...through(), HTTPS_PROXY: 'http://127.0.0.1:1' }), (thrown) => callFailure(thrown, { action: 'dynamodb:ListTables', region: 'us-east-1' }).remedy?.includes('HTTPS_PROXY') === true);
    assert.throws(() => transport({ AWS_CA_BUNDLE: '/nowhere' }), { code: 'RR103' });
  });

  it('ends at FIPS and dual-stack endpoints where they are asked for', async () => {
    const asked = async (options: Partial<GatewayOptions>, region: string, [service, operation]: readonly [typeof dynamodb | typeof route53, string]): Promise<string | undefined> => {
      const via = transport(through());
      const gate = gateway({ transport: via, maxAttempts: 1, credentials: () => async () => ({ accessKeyId: `AKIA${tiny.caller}`, secretAccessKey: 'fake' }), ...options });
      // Of hosts that its certificate does not name, the proxy learns the name and no more.
      await gate.at(tiny.caller, region).call(service as typeof dynamodb, operation as 'ListTables', {}).catch(() => undefined);
      via.httpsAgent.destroy();
      return proxy.hosts.at(-1);
    };
    const rows = [
      [{}, 'eu-west-1', dynamodb, 'ListTables', 'dynamodb.eu-west-1.amazonaws.com:443'],
      [{ fips: true }, 'us-east-1', dynamodb, 'ListTables', 'dynamodb-fips.us-east-1.amazonaws.com:443'],
      [{ dualStack: true }, 'us-east-1', dynamodb, 'ListTables', 'dynamodb.us-east-1.api.aws:443'],
      [{ fips: true, dualStack: true }, 'us-east-1', dynamodb, 'ListTables', 'dynamodb-fips.us-east-1.api.aws:443'],
      [{ fips: true }, 'us-gov-west-1', dynamodb, 'ListTables', 'dynamodb.us-gov-west-1.amazonaws.com:443'],
      [{}, 'cn-north-1', dynamodb, 'ListTables', 'dynamodb.cn-north-1.amazonaws.com.cn:443'],
      [{}, 'eu-west-1', route53, 'ListHostedZones', 'route53.amazonaws.com:443'],
      [{}, 'cn-north-1', route53, 'ListHostedZones', 'route53.amazonaws.com.cn:443'],
    ] as const;
    for (const [options, region, service, operation, host] of rows) assert.equal(await asked(options, region, [service, operation]), host);
  });

  it('is entered with a profile that signs in by SSO, through the same proxy', async () => {
    const home = mkdtempSync(join(tmpdir(), 'regionready-sso-'));
    mkdirSync(join(home, '.aws', 'sso', 'cache'), { recursive: true });
    writeFileSync(join(home, '.aws', 'config'), `[profile audit]\nregion = us-east-1\nsso_session = company\nsso_account_id = ${tiny.caller}\nsso_role_name = regionready\n\n[sso-session company]\nsso_start_url = https://company.awsapps.com/start\nsso_region = us-east-1\nsso_registration_scopes = sso:account:access\n`);
    writeFileSync(join(home, '.aws', 'sso', 'cache', `${createHash('sha1').update('company').digest('hex')}.json`), JSON.stringify({ accessToken: 'signed-in', expiresAt: '2099-01-01T00:00:00Z', region: 'us-east-1', startUrl: 'https://company.awsapps.com/start' }));
    const kept = { ...process.env };
    const before = proxy.hosts.length;
    Object.assign(process.env, { HOME: home, AWS_CONFIG_FILE: join(home, '.aws', 'config'), AWS_SHARED_CREDENTIALS_FILE: join(home, 'none') });
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name];
    try {
      const { caller, accounts, region, gateway: door } = await enter({ env: through(), profile: 'audit', accounts: [] });
      assert.deepEqual([caller, accounts, region], [tiny.caller, [tiny.caller], 'us-east-1']);
      assert.deepEqual((await door.at(caller, region).call(dynamodb, 'ListTables', {})).TableNames, ['carts']);
      assert.ok(proxy.hosts.slice(before).includes('portal.sso.us-east-1.amazonaws.com:443'), proxy.hosts.slice(before).join(' '));
      assert.ok(aws.asked.some(({ operation, wire }) => operation === 'GetCallerIdentity' && String(wire.headers['authorization']).includes(`ASIA${tiny.caller}`)));
    } finally {
      process.env = kept;
    }
  });

  it('is trusted by NODE_EXTRA_CA_CERTS too, also beside AWS_CA_BUNDLE', async () => {
    const reach = async (env: Environment): Promise<boolean> => (await run(process.execPath, ['--input-type=module', '-e', asking(proxy.direct)], { env: { ...process.env, ...env } }).catch(({ stderr }: { readonly stderr: string }) => ({ stdout: stderr }))).stdout === '';
    assert.equal(await reach({ NODE_EXTRA_CA_CERTS: proxy.bundle }), true);
    assert.equal(await reach({ NODE_EXTRA_CA_CERTS: proxy.bundle, AWS_CA_BUNDLE: other(proxy) }), true);
    assert.equal(await reach({ AWS_CA_BUNDLE: other(proxy) }), false);
  });
});

/** A bundle that does not explain the proxy. */
const other = ({ bundle }: InterceptingProxy): string => {
  const path = `${bundle}.other`;
  writeFileSync(path, '');
  return path;
};
const asking = (url: string): string => `
  import { get } from 'node:https';
  import { transport } from ${JSON.stringify(new URL('../../../scanner/aws/gateway/transport.ts', import.meta.url).href)};
  get(${JSON.stringify(url)}, { agent: transport(process.env).httpsAgent }, () => process.exit(0)).on('error', (thrown) => { console.error(thrown); process.exit(1); });
`;
