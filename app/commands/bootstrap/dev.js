import { createServer as createSocket } from 'node:net'
import { createServer } from 'vite'

const say = (line) => console.log(line)

/** The town with reload: pages and server code are taken from the sources, and change as they are saved. */
export async function develop() {
  process.env.NODE_ENV ??= 'development'
  const port = await freePort()
  const vite = await createServer({
    configFile: 'remix.config.js',
    appType: 'custom',
    server: { middlewareMode: true, hmr: { host: '127.0.0.1', port, clientPort: port } },
  })
  const { openTown } = await vite.ssrLoadModule('/app/commands/open-town.server.ts')
  const { serve } = await vite.ssrLoadModule('/app/commands/serve.server.ts')
  const town = await openTown(say)
  const build = () => vite.ssrLoadModule('virtual:remix/server-build')
  const serving = await serve({ ...town, build, development: withReload(vite.middlewares, port) }).catch(
    async (error) => {
      await town.close()
      throw error
    },
  )
  say(`Meent is at ${town.env.baseUrl} and reloads when a file is saved`)
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await serving.stop()
    await town.close()
    await vite.close()
    process.exit(0)
  }
  // Vite would end the process before the database is off; Remix makes a second one of it inside, which does the same.
  process.removeAllListeners('SIGTERM')
  process.stdin.removeAllListeners('end')
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

// The strict policy of our pages, plus the one socket that tells them to reload.
function withReload(middlewares, port) {
  return (request, response, next) => {
    const policy = response.getHeader('Content-Security-Policy')
    if (typeof policy === 'string') {
      const socket = `ws://127.0.0.1:${port}`
      const hasConnect = policy.includes('connect-src')
      const wider = hasConnect
        ? policy.replace('connect-src', `connect-src ${socket}`)
        : `${policy}; connect-src 'self' ${socket}`
      response.setHeader('Content-Security-Policy', wider)
    }
    middlewares(request, response, next)
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
