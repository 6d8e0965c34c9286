import type { Intent } from '../model/intent.ts';
import type { PlanConfig } from '../model/plan.ts';
import type { EstateDocument } from './estate-document.ts';

/** What was asked of an estate: a report plans and simulates for the same. */
export interface ReportQuestion {
  readonly intent: Intent;
  readonly plan?: PlanConfig;
}

/** The part of a report that is unpacked once somebody asks for the graph, the plan or a loss. */
export interface ReportEstate {
  readonly estate: EstateDocument;
  readonly question: ReportQuestion;
}
