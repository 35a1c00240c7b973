import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from './app.ts'

/** A server that listens. */
export interface Listening {
  readonly port: number
  /** Ends its jobs in good order, then all connections. */
  readonly close: () => Promise<void>
}

/**
 * Listens on a host and a port (0: any that is free). The app is made once the port is known. Throws a sentence when the port is taken or
 * the host is none of this machine.
 */
export const listen = async (host: string, port: number, make: (port: number) => App): Promise<Listening> => {
  let app: App | null = null
  const server = createAdaptorServer({ fetch: request => app!.fetch(request) })
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(new Error(sentenceOf(error, host, port))))
    server.listen(port, host, resolve)
  })
  const bound = (server.address() as AddressInfo).port
  app = make(bound)
  return {
    port: bound,
    close: async () => {
      const closed = new Promise<void>(resolve => void server.close(() => resolve()))
      await app?.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}

const sentenceOf = (error: NodeJS.ErrnoException, host: string, port: number): string => {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken; choose another with --port, or 0 for any.`
  if (error.code === 'EACCES') return `Port ${port} may not be used; choose one above 1023 with --port.`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `${host} is no address of this machine.`
  return error.message
}
