import { annotations } from './annotations.ts';
import { audit } from './audit.ts';
import { availability } from './availability.ts';
import { compare } from './compare.ts';
import { difference } from './difference.ts';
import { documents } from './documents.ts';
import { findings } from './findings.ts';
import { graphBlastRadius } from './graph-blast-radius.ts';
import { graphExpanded } from './graph-expanded.ts';
import { graphNeighbourhood } from './graph-neighbourhood.ts';
import { graphNode } from './graph-node.ts';
import { graphPath } from './graph-path.ts';
import { graphPictureOverlay } from './graph-picture-overlay.ts';
import { graphPicture } from './graph-picture.ts';
import { graphServicePath } from './graph-service-path.ts';
import { graphServices } from './graph-services.ts';
import { health } from './health.ts';
import { intent } from './intent.ts';
import { login } from './login.ts';
import { openapi } from './openapi.ts';
import { plan } from './plan.ts';
import { readiness } from './readiness.ts';
import { readinesses } from './readinesses.ts';
import { regions } from './regions.ts';
import { remedies } from './remedies.ts';
import { resources } from './resources.ts';
import { jobEvents } from './job-events.ts';
import { jobs } from './jobs.ts';
import type { Route } from './route.ts';
import { rules } from './rules.ts';
import { scans } from './scans.ts';
import { search } from './search.ts';
import { services } from './services.ts';
import { simulate } from './simulate.ts';
import { snapshots } from './snapshots.ts';
import { tokens } from './tokens.ts';
import { ui } from './ui.ts';
import { waivers } from './waivers.ts';

/** Every route but that of the metrics, which needs the registry that counts the others. */
export const routes: readonly Route[] = [
  ui, health, openapi, login,
  snapshots, services, resources, search,
  graphServices, graphExpanded, graphNeighbourhood, graphNode, graphPath, graphServicePath, graphPicture, graphPictureOverlay, graphBlastRadius,
  intent, readiness, findings, documents, remedies, compare, availability, plan, simulate, difference, readinesses,
  scans, jobs, jobEvents,
  rules, regions, waivers, annotations, tokens, audit,
];
