import type { Closings } from '../../support/closing/case.ts';
import { artifact } from './artifact.ts';
import { compute } from './compute.ts';
import { config } from './config.ts';
import { cost } from './cost.ts';
import { databases } from './data-databases.ts';
import { dynamodb } from './data-dynamodb.ts';
import { otherData } from './data-other.ts';
import { s3 } from './data-s3.ts';
import { graph } from './graph.ts';
import { identity } from './identity.ts';
import { messaging } from './messaging.ts';
import { network } from './network.ts';
import { operations } from './operations.ts';
import { region } from './region.ts';
import { traffic } from './traffic.ts';

/** A case of every rule on estates. */
export const closings: Closings = { ...artifact, ...compute, ...config, ...cost, ...databases, ...dynamodb, ...otherData, ...s3, ...graph, ...identity, ...messaging, ...network, ...operations, ...region, ...traffic };
