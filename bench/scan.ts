import { fork } from 'node:child_process';
import { configService } from '../scanner/aws/services/config-service.ts';
import { inventories } from '../test/support/aws/inventories.ts';
import type { Owned } from '../test/support/aws/estate.ts';
import { fakeServer } from '../test/support/aws/server.ts';

/**
 * What a scan of a large organization costs: resources of several accounts and regions through one aggregator of AWS Config, against a fake
 * that answers as slowly as AWS does.
 *
 *     node bench/scan.ts [resources [accounts [regions]]]
 *
 * Printed are ratios: calls to the fewest that pages of a hundred allow, and the time of reading to what the permitted rate allows. The
 * scan runs in a process of its own, whose memory is measured.
 */
const limits = { calls: 1.05, time: 1.2, megabytes: 400 };
const [count = 100_000, accounts = 12, regions = 4] = process.argv.slice(2).map(Number);
const latency = 120;
const names = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2', 'ca-central-1', 'sa-east-1', 'eu-west-2', 'eu-west-3', 'eu-north-1', 'us-east-2', 'us-west-1', 'ap-south-1', 'ap-northeast-2', 'ap-northeast-3'].slice(0, regions); // regionready-ignore-line code-region-literal -- regions of a made-up estate
const ids = Array.from({ length: accounts }, (_, at) => String(111122223333 + at));
const types = ['AWS::SNS::Topic', 'AWS::EC2::NetworkInterface', 'AWS::EC2::Volume', 'AWS::IAM::Policy', 'AWS::CloudFormation::Stack', 'AWS::ECS::Cluster'];

function owned(at: number): Owned {
  const [account = '', region = '', type = ''] = [ids[at % ids.length], names[Math.floor(at / ids.length) % names.length], types[at % 5]];
  return { account, region, type, id: `resource-${at}`, name: `resource-${at}`, arn: `arn:aws:bench:${region}:${account}:thing/${at}`, configuration: { description: 'x'.repeat(600), vpcId: `vpc-${String(at % 100).padStart(17, '0')}` }, tags: { app: `app-${at % 50}` } };
}

const [caller = ''] = ids;
const account = { regions: Object.fromEntries(names.map((region) => [region, 'ENABLED_BY_DEFAULT' as const])) };
const aws = await fakeServer({ caller, latency, handlers: [inventories({ caller, accounts: { [caller]: account }, aggregator: { account: caller, region: names[0] ?? '', name: 'org' }, resources: Array.from({ length: count }, (_, at) => owned(at)) })] });
const at: number[] = [];
const timer = setInterval(() => at.push(aws.asked.filter(({ operation }) => operation === 'SelectAggregateResourceConfig').length), 1_000);
const megabytes = await new Promise<number>((resolve, reject) => {
  const child = fork('bench/support/measure-scan.ts', [aws.url, names[0] ?? '', JSON.stringify(ids)], { env: { ...process.env, AWS_ACCESS_KEY_ID: `AKIA${caller}`, AWS_SECRET_ACCESS_KEY: 'fake', AWS_REGION: names[0] } });
  child.once('message', (message) => resolve(Number(message)));
  child.once('exit', (code) => reject(new Error(`the scan ended with ${code}`)));
});
clearInterval(timer);
await aws.close();

const selects = aws.asked.filter(({ operation }) => operation === 'SelectAggregateResourceConfig').length;
const least = Math.ceil(count / 100) + 1;
const seconds = at.filter((calls, index) => calls > (at[index - 1] ?? 0)).length;
const failures: string[] = [];
const expect = (holds: boolean, text: string): void => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${text}`);
  if (!holds) failures.push(text);
};
console.log(`${count} resources in ${accounts * regions} places of ${accounts} accounts; an answer takes ${latency} ms; ${aws.asked.length} calls in all`);
expect(selects / least <= limits.calls, `${selects} queries, ${(selects / least).toFixed(3)} of the fewest that pages allow (at most ${limits.calls})`);
expect(seconds / (selects / configService.rate) <= limits.time, `read in ${seconds} s, ${(seconds / (selects / configService.rate)).toFixed(2)} of what ${configService.rate} calls a second allow (at most ${limits.time})`);
expect(megabytes <= limits.megabytes, `${Math.round(megabytes)} MB (at most ${limits.megabytes} MB)`);
if (failures.length > 0) process.exitCode = 1;
