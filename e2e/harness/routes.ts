import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type Operation, type OperationSpec, operations } from '@/lib/web/operations'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** A route of the file tree: where it is served, what it exports, and what `route()` knows about it. */
export type RouteFile = {
  file: string
  address: string
  methods: string[]
  handlers: Record<string, unknown>
  specs: Map<Operation, OperationSpec>
}

let known: Promise<RouteFile[]> | undefined

/** Every route handler under `app/`, in the words of its file: `app/api/v1/orders/[number]/route.ts` is `/api/v1/orders/{number}`. */
export function routeFiles(): Promise<RouteFile[]> {
  known ??= readRouteFiles()
  return known
}

async function readRouteFiles(): Promise<RouteFile[]> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .sort()
  const modules = await Promise.all(
    files.map(async (file) => ({ file, module: (await import(/* @vite-ignore */ path.resolve('app', file))) as Record<string, unknown> })),
  )
  return modules.map(({ file, module }) => {
    const address = addressOf(file)
    const exported = methods.filter((method) => typeof module[method] === 'function')
    return {
      file: `app/${file}`,
      address,
      methods: exported,
      handlers: Object.fromEntries(exported.map((method) => [method, module[method]])),
      specs: new Map([...operations()].filter(([operation]) => operation.endsWith(` ${address}`))),
    }
  })
}

const addressOf = (file: string) => `/${path.dirname(file)}`.replaceAll(/\/\([^)]*\)/g, '').replaceAll(/\[+(?:\.\.\.)?(\w+)\]+/g, '{$1}')

/** Every page under `app/`, in the words of its file: `app/(account)/account/orders/[number]/page.tsx` is `/account/orders/{number}`. */
export const pageAddresses = (): string[] =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx?$/.test(file))
    .map((file) => addressOf(file) || '/')
    .sort()
