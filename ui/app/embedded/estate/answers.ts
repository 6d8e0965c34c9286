import { estateFromDocument } from '../../../../graph/estate-from-document.ts';
import type { ReportEstate } from '../../../../graph/report-estate.ts';
import type { Readiness } from '../../../../model/readiness.ts';
import type { Answer } from '../answers.ts';
import { graphAnswers } from './graph.ts';
import { pictureAnswers } from './picture.ts';
import { planAnswers } from './plan.ts';
import type { estatePaths } from './estate-paths.ts';

/** Answers of the estate, as the server gives them. */
export function estateAnswers({ estate, question }: ReportEstate, readiness: Readiness): Readonly<Record<(typeof estatePaths)[number], Answer>> {
  const known = { ...estateFromDocument(estate), readiness };
  return { ...graphAnswers(known), ...pictureAnswers(known), ...planAnswers(known, question) };
}
