import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type Operation, type OperationSpec, operations } from '@/lib/web/openapi'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** A route of the file tree: where it is served, what it exports, and what `route()` knows about it. */
export type RouteFile = { file: string; address: string; methods: string[]; specs: Map<Operation, OperationSpec> }

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
    return {
      file: `app/${file}`,
      address,
      methods: methods.filter((method) => typeof module[method] === 'function'),
      specs: new Map([...operations()].filter(([operation]) => operation.endsWith(` ${address}`))),
    }
  })
}

const addressOf = (file: string) => `/${path.dirname(file)}`.replaceAll(/\/\([^)]*\)/g, '').replaceAll(/\[+(?:\.\.\.)?(\w+)\]+/g, '{$1}')
