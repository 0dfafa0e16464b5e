import { createServer } from 'node:net'

/**
 * A free port for the test bank, as address in the environment; to be called in `vi.hoisted`, before anything reads the environment.
 * Below the ports that the system gives to outgoing connections, so that none of them takes it.
 */
export async function giveBankAddress(): Promise<void> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 20_000)
    if (!(await isFree(port))) continue
    process.env.TEST_PAYMENTS_URL = `http://127.0.0.1:${port}`
    process.env.TEST_PAYMENTS_SECRET = 'a secret of shop and bank'
    return
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
