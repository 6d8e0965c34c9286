import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { UserError } from '../../model/errors.ts';
import type { Readiness } from '../../model/readiness.ts';
import { estateDocument } from '../../graph/estate-document.ts';
import type { ReportEstate } from '../../graph/report-estate.ts';
import type { FormatContext, ReportFormat } from './format.ts';
import { reportData } from './pages/report-data.ts';

/** Built pages without data: beside the compiled code, or in dist/ of a checkout. */
const shells = ['../../report/shell.html', '../../dist/report/shell.html'].map((place) => fileURLToPath(new URL(place, import.meta.url)));

/** Where the shell takes its data and its estate; scripts/report-pages.ts writes them. */
const dataPlace = '<!--data-->';
const estatePlace = '<!--estate-->';

/** The pages of the server with one judgement, in one file that needs no server and no network. */
export const pagesReport: ReportFormat<Promise<string>> = (readinesses, context) => pagesReportFrom(shells, readinesses, context);

/** The same from the first of the given files that is a shell. Throws RR103 where none is. */
export async function pagesReportFrom(places: readonly string[], readinesses: readonly Readiness[], context: FormatContext): Promise<string> {
  const [readiness] = readinesses;
  if (readiness === undefined) return '';
  const { input, root, estate } = context;
  const name = basename(resolve(fileURLToPath(root), input)).replace(/\.snapshot(?:\.gz)?$/, '');
  const question = estate?.questionOf?.(readiness.intent.target);
  const known: ReportEstate | undefined = estate === undefined || question === undefined ? undefined : { estate: estateDocument(estate.view, estate.services), question };
  const shell = (await shellAt(places)).replace(estatePlace, () => (known === undefined ? '' : packed(known)));
  return shell.replace(dataPlace, () => packed(reportData(readiness, { name: name === '' ? 'estate' : name, context })));
}

/** Base 64 has no character that could end its element. */
const packed = (part: object): string => deflateRawSync(JSON.stringify(part), { level: 9 }).toString('base64');

async function shellAt(places: readonly string[]): Promise<string> {
  for (const place of places) {
    const text = await readFile(place, 'utf8').catch(() => undefined);
    if (text?.includes(dataPlace) === true) return text;
  }
  throw new UserError('RR103', 'The format pages needs the built pages, which are not here.', { hint: 'In a checkout, `npm run build` makes them; the format html needs none.' });
}
