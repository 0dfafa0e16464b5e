import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export type ToolOptions = { env?: Record<string, string | undefined> }

/** Runs a tool of `node_modules` with its output in the terminal. @returns whether it was content. */
export async function runTool(script: string, args: string[], { env = {} }: ToolOptions = {}): Promise<boolean> {
  const child = spawn(process.execPath, [path.resolve('node_modules', script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env } as NodeJS.ProcessEnv,
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0
}

export const tools = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  next: 'next/dist/bin/next',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
}
