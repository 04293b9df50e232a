import { once } from 'node:events'
import { createServer } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import { serve } from '~/commands/serve.server'
import { env } from '~/platform/env.server'
import { flatRoutes } from '../node_modules/@remix-run/dev/dist/config/flat-routes.js'

type Module = Record<string, unknown>
const modules = import.meta.glob<Module>(['../app/routes/*.tsx', '../app/root.tsx', '../app/entry.server.tsx'])
const load = async (file: string) => (await modules[`../app/${file}`]?.()) ?? {}

/** Sends one request as a browser does that follows no redirect; each comes from an address of its own. */
export type Ask = (
  path: string,
  sent?: {
    cookie?: string
    form?: Record<string, string> | FormData | undefined
    body?: string
    headers?: Record<string, string>
  },
) => Promise<{ status: number; to: string | null; text: string; headers: Headers }>

/**
 * The open town behind its real web server: the same Express, perimeter and pages as `npm start`, from the source files
 * instead of a build. Limits count by address, so one proxy is trusted and every request names another visitor.
 */
export async function serveTown(
  databaseUrl: string,
): Promise<{ ask: Ask; address: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const here = env()
  const serving = await serve({
    env: { ...here, port, role: 'web', trustedProxies: 1 },
    databaseUrl,
    build: await buildFromSource(),
  })
  let visitor = 0
  const ask: Ask = async (path, { cookie, form, body, headers } = {}) => {
    visitor += 1
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      redirect: 'manual',
      headers: {
        // Each request its own connection: one that rested long is closed by the server just when it is taken up again.
        connection: 'close',
        origin: new URL(here.baseUrl).origin,
        'x-forwarded-for': `2001:db8:${Math.floor(visitor / 65_536).toString(16)}:${(visitor % 65_536).toString(16)}::1`,
        ...(cookie && { cookie }),
        ...headers,
      },
      ...(body !== undefined && { method: 'POST', body }),
      ...(form && { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form) }),
    })
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      text: await answer.text(),
      headers: answer.headers,
    }
  }
  return { ask, address: `http://127.0.0.1:${port}`, stop: serving.stop }
}

/** What Remix makes of the route files, without bundling them. */
async function buildFromSource(): Promise<ServerBuild> {
  // A bundle has it whole before the first request; loaded by two requests at once, from source, it would be seen half.
  await import('~/interactions/register.server')
  const found = [{ id: 'root', file: 'root.tsx', path: '' }, ...Object.values(flatRoutes('app', ['**/*.test.*']))]
  const entries = await Promise.all(found.map(async (route) => ({ ...route, module: await load(route.file) })))
  const entry = { imports: [], module: '/assets/entry.js' }
  const named = entries.map(({ file: _, module, ...route }) => {
    const has = {
      hasLoader: 'loader' in module,
      hasAction: 'action' in module,
      hasErrorBoundary: 'ErrorBoundary' in module,
    }
    const inBrowser = {
      ...route,
      ...has,
      hasClientLoader: false,
      hasClientAction: false,
      module: `/assets/${route.id}.js`,
    }
    return [route.id, { ...route, module }, inBrowser] as const
  })
  return {
    mode: 'production',
    entry: { module: await load('entry.server.tsx') },
    routes: Object.fromEntries(named.map(([id, route]) => [id, route])),
    assets: {
      entry,
      routes: Object.fromEntries(named.map(([id, , route]) => [id, route])),
      url: '/assets/manifest.js',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: true,
      v3_singleFetch: true,
      v3_routeConfig: false,
    },
    isSpaMode: false,
  } as unknown as ServerBuild
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
