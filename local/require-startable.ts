import { startupProblems } from '@/lib/platform/startup-checks'
import type { ShopKind } from './environment'
import { isPortFree } from './ports'
import { refusal } from './sentences'

/** @throws a refusal that names each setting with which a deployed shop would not be safe. */
export function refuseUnsafeSettings(mode: 'local' | 'deployed'): void {
  const problems = startupProblems(process.env, mode)
  if (problems.length === 0) return
  throw refusal(`Highstreet does not start in deployed mode with these settings:\n${problems.map((problem) => `  · ${problem}`).join('\n')}`)
}

/** @throws a refusal when another program listens on the shop's port. */
export async function requireFreePort(port: number, kind: ShopKind): Promise<void> {
  if ((await isPortFree(port)) && (await isPortFree(port, '127.0.0.1'))) return
  const command = kind === 'start' ? 'npm start' : `npm run ${kind}`
  throw refusal(`Port ${port} is taken by another program: stop that program, or choose another port with PORT=${port + 1} ${command}.`)
}
