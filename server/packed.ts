import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export interface Packed {
  /** Missing where the client takes none that we know. */
  readonly encoding?: 'br' | 'gzip';
  readonly body: Buffer;
}

/** Compresses what never changes once, when it is first asked for: anew for every page that is opened it would be the dearest part of it. */
export function packer(body: Buffer): (accepted: string | undefined) => Promise<Packed> {
  let [br, gz]: Promise<Buffer>[] = [];
  return async (accepted = '') => {
    const taken = new Set(accepted.toLowerCase().split(',').map((each) => each.trim()).filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each)).map((each) => each.split(';')[0]));
    if (taken.has('br')) return { encoding: 'br', body: await (br ??= brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })) };
    if (taken.has('gzip')) return { encoding: 'gzip', body: await (gz ??= zip(body, { level: 6 })) };
    return { body };
  };
}
