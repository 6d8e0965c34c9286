import { unpack } from '../../report/unpack.ts';
import { partOf } from './part.ts';

/** A worker that runs the code of a part of the report: there is no file beside it that it could load. */
export async function workerOf(id: 'engine' | 'layout'): Promise<Worker> {
  const address = URL.createObjectURL(new Blob([await unpack(partOf(id))], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
