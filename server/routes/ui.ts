import { packer, type Packed } from '../packed.ts';
import type { Route } from './route.ts';

const without = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>regionready</title>
<h1>regionready</h1>
<p>This server answers at <a href="/api/openapi.json">/api</a>; the link is its description as OpenAPI. Its pages are not built: in a checkout, <code>npm run build</code> makes them.</p>
</html>
`;

/** The pages. They are held in memory and served by their exact paths, so that no path leads out of them. */
export const ui: Route = ({ pages }) => async (app) => {
  app.get('/', { config: { needs: 'open' }, schema: { hide: true } }, async (_request, reply) => {
    const index = pages?.get('/index.html');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(index?.body ?? without);
  });
  const packers: ReturnType<typeof packer>[] = [];
  for (const [path, { type, body }] of pages ?? []) {
    const packed = /^(?:text|image\/svg)/.test(type) ? packer(body) : async (): Promise<Packed> => ({ body });
    packers.push(packed);
    app.get(path, { config: { needs: 'open' }, schema: { hide: true } }, async (request, reply) => {
      const { encoding, body: sent } = await packed(request.headers['accept-encoding']);
      // Their names hold a hash of what is in them.
      void reply.type(type).headers({ 'cache-control': path === '/index.html' ? 'no-cache' : 'public, max-age=31536000, immutable', vary: 'accept-encoding', ...(encoding === undefined ? {} : { 'content-encoding': encoding }) });
      return reply.send(sent);
    });
  }
  // One after the other, so that neither the first who comes waits for it nor anybody else.
  app.addHook('onListen', async () => {
    void (async () => {
      for (const packed of packers) await packed('br');
    })();
  });
};
