import { createServer, type Socket } from 'node:net'

export type FakeSmtp = { url: string; messages: string[]; close(): Promise<void> }

/** A mail server that takes everything, except from recipients that `refuse` answers for, for example with `550 no such user`. */
export async function startFakeSmtp(refuse: (recipient: string) => string | null = () => null): Promise<FakeSmtp> {
  const messages: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    serve(socket, messages, refuse)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The fake mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    messages,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function serve(socket: Socket, messages: string[], refuse: (recipient: string) => string | null): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let buffered = ''
  let message: string[] | null = null
  const onLine = (line: string) => {
    if (message) {
      if (line !== '.') return void message.push(line)
      messages.push(message.join('\r\n'))
      message = null
      return say('250 taken')
    }
    const command = line.slice(0, 4).toUpperCase()
    if (command === 'RCPT') return say(refuse(line) ?? '250 ok')
    if (command === 'QUIT') return socket.end('221 bye\r\n')
    if (command === 'DATA') {
      message = []
      return say('354 go on')
    }
    return say('250 ok')
  }
  socket.setEncoding('utf8').on('data', (text: string) => {
    buffered += text
    const lines = buffered.split('\r\n')
    buffered = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
  say('220 fake')
}
