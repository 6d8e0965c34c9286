import type { ReportEstate } from '../../../../graph/report-estate.ts';
import type { ReportData } from '../../../../model/report-data.ts';
import { unpack } from '../../../report/unpack.ts';
import type { Query } from '../../request.ts';
import { estateAnswers } from './answers.ts';
import { answeredBy, type Answered, type Asked } from './asking.ts';

/** Answers of the estate beside the page, so that the page answers meanwhile. The first message brings what a report holds, as it is packed. */
interface Packed {
  readonly estate: string;
  readonly data: string;
}

let answers: Promise<ReturnType<typeof estateAnswers>> | undefined;

addEventListener('message', ({ data }: MessageEvent<Packed | Asked>) => {
  if ('estate' in data) answers = opened(data);
  else void answer(data).then((answered) => globalThis.postMessage(answered, { transfer: [] }));
});

async function opened({ estate, data }: Packed): Promise<ReturnType<typeof estateAnswers>> {
  const [whole, report] = await Promise.all([unpack(estate), unpack(data)]);
  return estateAnswers(JSON.parse(whole) as ReportEstate, (JSON.parse(report) as ReportData).readiness);
}

async function answer({ number, path, query }: Asked): Promise<Answered> {
  try {
    return { number, answer: answeredBy(await (answers ?? Promise.reject(new Error('The estate has not come.'))), path)?.(query as Query) };
  } catch (thrown) {
    return { number, error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
