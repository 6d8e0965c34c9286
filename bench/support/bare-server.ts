import Fastify from 'fastify';

/** The peer: a Fastify route without anything before or behind it, which answers with the bytes that it was given first. */
const fastify = Fastify({ bodyLimit: 1e8 });
let bytes: Buffer = Buffer.from('{}');
fastify.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
fastify.post('/bytes', (request, reply) => {
  bytes = request.body as Buffer;
  void reply.send('kept');
});
fastify.get('/*', (_request, reply) => void reply.type('application/json; charset=utf-8').send(bytes));
const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);
say({ url });
process.stdin.on('data', () => {
  const { user, system } = process.cpuUsage();
  say({ cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss(), heap: process.memoryUsage().heapUsed });
});
process.stdin.on('end', () => process.exit(0));
