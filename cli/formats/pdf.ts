import { UserError } from '../../model/errors.ts';
import { findBrowser, printToPdf } from '../print-to-pdf.ts';
import type { ReportFormat } from './format.ts';
import { htmlReport } from './html-report.ts';

/** The HTML report as a browser of this machine prints it. Throws RR502 where there is none. */
export const pdf: ReportFormat<Promise<Uint8Array>> = async (readinesses, context) => {
  const browser = findBrowser(context.env ?? {});
  if (browser === undefined) throw new UserError('RR502', 'No Chromium, Chrome or Edge was found to print the report with.');
  return printToPdf(browser, htmlReport(readinesses, context));
};
