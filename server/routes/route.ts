import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { ServerOptions } from '../options.ts';
import type { Views } from '../views.ts';

export interface Around extends ServerOptions {
  readonly views: Views;
}

/** A plugin that adds one resource of the API. */
export type Route = (around: Around) => FastifyPluginAsyncZod;
