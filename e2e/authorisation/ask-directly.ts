import { AsyncLocalStorage } from 'node:async_hooks'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { routeFiles } from '@/e2e/harness/routes'
import { errorStatus } from '@/lib/core/errors'
import { appUrl } from '@/lib/platform/env'
import { type ActionState, idle } from '@/lib/web/action-state'
import type { Asked } from './asking'
import type { Row } from './table'

export type Answered = { status: number; text: string }

/** What `next/headers` gives to the action that runs; the test puts this in its place. */
export const requestHeaders = new AsyncLocalStorage<Headers>()

/** What `redirect()` throws in the test. */
export class Redirected extends Error {
  constructor(readonly address: string) {
    super(`redirect to ${address}`)
  }
}

const fromOurPage = { origin: appUrl, 'sec-fetch-site': 'same-origin' }

/** The handler itself, without the proxy and without Next in front of it (S3). */
export async function askRoute({ door }: Row, asked: Asked, identity: Record<string, string>): Promise<Answered> {
  const [verb = '', address = ''] = door.split(' ')
  const method = verb === 'ANY' ? 'POST' : verb
  const handler = (await handlers()).get(`${method} ${address}`)
  if (!handler) throw new Error(`There is no ${door}`)
  const url = new URL(pathOf(address, asked), appUrl)
  const takesBody = method !== 'GET' && method !== 'DELETE'
  const request = new Request(url, {
    method,
    headers: {
      ...('cookie' in identity ? fromOurPage : {}),
      ...(takesBody ? { 'content-type': 'application/json' } : {}),
      ...asked.headers,
      ...identity,
    },
    ...(takesBody ? { body: JSON.stringify(asked.body ?? {}) } : {}),
  })
  const params = Object.fromEntries(Object.entries(asked.params ?? {}).filter(([name]) => address.includes(`{${name}}`)))
  const response = await handler(request, { params: Promise.resolve(params) })
  return { status: response.status, text: `${response.headers.get('location') ?? ''} ${await response.text()}` }
}

/** The address with its parameters and the query. */
export function pathOf(address: string, { params = {}, query = {} }: Asked): string {
  const filled = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(query).toString()
  return search ? `${filled}?${search}` : filled
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response

let known: Promise<Map<string, Handler>> | undefined

function handlers(): Promise<Map<string, Handler>> {
  known ??= routeFiles().then((files) => {
    const found = files.flatMap(({ address, handlers: exported }) =>
      Object.entries(exported).map(([method, handler]) => [`${method} ${address}`, handler] as const),
    )
    return new Map(found as [string, Handler][])
  })
  return known
}

/** The exported function of a file with 'use server', as React would call it with a form. */
export async function askAction({ door }: Row, { params = {}, body = {} }: Asked, identity: Record<string, string>): Promise<Answered> {
  const action = (await actions()).get(door)
  if (!action) throw new Error(`There is no ${door}`)
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...params, ...body })) form.append(name, String(value))
  try {
    const state = await requestHeaders.run(new Headers({ ...fromOurPage, ...identity }), () => action(idle, form))
    return { status: statusOf(state), text: JSON.stringify(state) }
  } catch (error) {
    if (!(error instanceof Redirected)) throw error
    const refused = new URL(error.address, appUrl).searchParams.get('refused')
    return { status: refused === null ? 200 : statusOfCode(refused), text: error.address }
  }
}

const statusOf = (state: ActionState) => (state.status === 'failed' ? statusOfCode(state.code) : 200)
const statusOfCode = (code: string): number => (errorStatus as Record<string, number>)[code] ?? 500

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>

let actionsKnown: Promise<Map<string, Action>> | undefined

/** Every Server Action of the source, by its name. @throws when two have one name, or one is hidden inside a function. */
export function actions(): Promise<Map<string, Action>> {
  actionsKnown ??= readActions()
  return actionsKnown
}

async function readActions(): Promise<Map<string, Action>> {
  const found = new Map<string, Action>()
  for (const file of sourceFiles()) {
    const text = readFileSync(file, 'utf8')
    const at = text.search(/^\s*['"]use server['"]/m)
    if (at < 0) continue
    if (at > 0) throw new Error(`${file} has an action inside: give it a file of its own, where it can be called`)
    const exported = (await import(/* @vite-ignore */ path.resolve(file))) as Record<string, Action>
    for (const [name, action] of Object.entries(exported)) {
      if (found.has(name)) throw new Error(`Two actions are called ${name}`)
      found.set(name, action)
    }
  }
  return found
}

const sourceFiles = () =>
  ['app', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  )
