import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { HttpProblem, sendProblem } from './problem.ts';

/** How requests are checked and answered, in the server and in its threads alike. */
export function answering(fastify: FastifyInstance): void {
  fastify.setValidatorCompiler(validatorCompiler);
  fastify.setSerializerCompiler(serializerCompiler);
  fastify.setErrorHandler((thrown: FastifyError, request, reply) => sendProblem(explained(thrown), request, reply));
  fastify.setNotFoundHandler((request, reply) => sendProblem(new HttpProblem(404, 'There is nothing at this address.'), request, reply));
  fastify.decorateRequest('who', '');
  fastify.decorateRequest('scopes');
  fastify.decorateRequest('asOf', undefined);
}

/** What the schema of a route says of a request, in one line. */
function explained(thrown: FastifyError): Error {
  if (!hasZodFastifySchemaValidationErrors(thrown)) return thrown;
  const [first] = thrown.validation;
  const place = `${thrown.validationContext ?? 'request'}${(first?.instancePath ?? '').replaceAll('/', '.')}`;
  return new HttpProblem(400, `${place}: ${first?.message ?? 'not as described'}`);
}
