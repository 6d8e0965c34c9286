import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as httpServer, request as httpRequest, type Server } from 'node:http';
import { createServer as httpsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why no certificates can be made here; false where they can, and where they must. */
export const withoutOpenssl = spawnSync('openssl', ['version']).status === 0 || process.env['CI'] === 'true' ? false : 'openssl is not installed';

export interface InterceptingProxy {
  /** For HTTPS_PROXY. */
  readonly url: string;
  /** HTTPS address of what is behind it, without the proxy. */
  readonly direct: string;
  /** PEM file of the authority that its certificates are of. */
  readonly bundle: string;
  /** Hosts with ports that tunnels were asked for. */
  readonly hosts: readonly string[];
  close(): void;
}

/** A proxy like those of companies: it ends TLS with certificates of its own authority, and hands every request to `behind` over HTTP. */
export async function interceptingProxy(behind: string): Promise<InterceptingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'regionready-proxy-'));
  const { key, cert, bundle } = certificates(folder);
  const hosts: string[] = [];
  const open = new Set<Socket>();
  const ending = httpsServer({ key, cert }, (request, response) => {
    const target = new URL(request.url ?? '/', behind);
    request.pipe(httpRequest(target, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }).on('error', () => response.destroy()));
  });
  const port = await listening(ending);
  const proxy = httpServer().on('connect', (request, socket: Socket) => {
    hosts.push(request.url ?? '');
    const tunnel = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 Connection Established\r\n\r\n'));
    for (const each of [socket, tunnel]) open.add(each.on('error', () => each.destroy()));
    tunnel.pipe(socket).pipe(tunnel);
  });
  return {
    url: `http://127.0.0.1:${await listening(proxy)}`,
    direct: `https://127.0.0.1:${port}`,
    bundle, hosts,
    close() {
      for (const socket of open) socket.destroy();
      ending.closeAllConnections();
      ending.close();
      proxy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const listening = (server: Server | ReturnType<typeof httpsServer>): Promise<number> => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.unref().address() as AddressInfo).port)));

/** An authority, and a certificate of it for AWS's hosts of two levels and for loopback. */
function certificates(folder: string): { readonly key: string; readonly cert: string; readonly bundle: string } {
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('hosts'), 'subjectAltName=IP:127.0.0.1,DNS:*.us-east-1.amazonaws.com,DNS:*.sso.us-east-1.amazonaws.com\n');
  const run = (...words: string[]): void => {
    const { status, stderr } = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${words[0]}: ${stderr}`);
  };
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  run('req', '-x509', ...made, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=authority of the company');
  run('req', ...made, '-keyout', 'host.key', '-out', 'host.csr', '-subj', '/CN=proxy');
  run('x509', '-req', '-in', 'host.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', 'host.pem', '-days', '2', '-extfile', 'hosts');
  return { key: readFileSync(at('host.key'), 'utf8'), cert: readFileSync(at('host.pem'), 'utf8'), bundle: at('ca.pem') };
}
