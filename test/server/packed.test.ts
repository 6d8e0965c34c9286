import assert from 'node:assert/strict';
import { it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { packer } from '../../server/packed.ts';

const body = Buffer.from('regionready '.repeat(500));

it('what never changes is compressed once for each encoding, as the client takes it', async () => {
  const packed = packer(body);
  const br = await packed('gzip, deflate, br;q=0.5, zstd');
  assert.deepEqual([br.encoding, brotliDecompressSync(br.body)], ['br', body]);
  assert.equal((await packed('BR')).body, br.body);
  const gz = await packed('br;q=0, gzip');
  assert.deepEqual([gz.encoding, gunzipSync(gz.body)], ['gzip', body]);
  for (const accepted of [undefined, '', 'identity', 'zstd', 'br;q=0.0, gzip;q=0']) assert.deepEqual(await packed(accepted), { body }, accepted);
});
