import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { maskNamed, maskSecrets } from '../../scanner/secrets.ts';

describe('maskSecrets', () => {
  const secrets: readonly (readonly [string, string])[] = [
    ["const id = 'AKIAIOSFODNN7EXAMPLE';", 'IOSFODNN7EXAMPLE'],
    ['aws_secret_access_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"', 'wJalrXUtnFEMI'],
    ["key: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'", 'wJalrXUtnFEMI'],
    ['AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'wJalrXUtnFEMI'],
    ["password: 'hunter2'", 'hunter2'],
    ['"dbPassword" : "hunter2"', 'hunter2'],
    ['export DB_PASSWORD=hunter2 ', 'hunter2'],
    ['clientSecret := `hunter2`', 'hunter2'],
    ['postgres://admin:hunter2@db.us-east-1.rds.amazonaws.com/x', 'hunter2'],
    ['https://b.s3.amazonaws.com/k?X-Amz-Signature=abcdef0123&X-Amz-Expires=60', 'abcdef0123'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop', 'eyJhbGci'],
    ['ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'abcdefghijkl'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow', 'MIIEow'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f'],
  ];
  for (const [text, secret] of secrets) it(`masks ${text.slice(0, 40)}`, () => assert.ok(!maskSecrets(text).includes(secret), maskSecrets(text)));

  const plain = [
    "new S3Client({ region: 'us-east-1' })", 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf', "secretsManagerRegion: 'us-east-1'", "tokenEndpoint = 'https://a.auth.us-east-1.amazoncognito.com'",
    'const password = process.env.DB_PASSWORD', "import x from '../../services/database/scripts/utils/dynamodb-client-v3.js'", 'MyVeryLongResourceNameForTheProductionEnvironment', "secretArn: 'arn:aws:x'", 'token: string',
    'https://sqs.us-east-1.amazonaws.com/123456789012/orders', 'us-east-1:12345678-1234-1234-1234-123456789012', 'password = "${var.password}"',
  ];
  for (const text of plain) it(`leaves ${text.slice(0, 50)}`, () => assert.equal(maskSecrets(text), text));

  it('masks a value by its name, and leaves what names nothing secret', () => {
    const cases = [['Password', 'hunter2', '****'], ['db-secret', `a"b`, '****'], ['note', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789', '****'], ['service', 'orders', 'orders'], ['secretArn', 'arn:aws:x', 'arn:aws:x'], ['team', "it's", "it's"]] as const;
    for (const [name, value, expected] of cases) assert.equal(maskNamed(name, value), expected);
  });

  it('takes linear time on hostile text', () => {
    const started = performance.now();
    for (const piece of ['password', 'secret=', 'a', '://', ':', '/a:', 'A1b', 'eyJ', '-----BEGIN ', 'X-Amz-Signature=', 'token.', '"', 'a1']) maskSecrets(piece.repeat(2_000));
    assert.ok(performance.now() - started < 5_000);
  });

  it('throws on no text', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof maskSecrets(text) === 'string')));
});
