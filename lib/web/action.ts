import type { Route } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Ctx } from '@/lib/core/context'
import { errorTitle } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import type { PolicyName } from '@/lib/platform/rate-limit/policies'
import { type ActionState, idle } from './action-state'
import { actionBegins } from './begun-actions'
import { identify, REQUEST_ID_HEADER } from './context'
import { fieldsOf, parseInput } from './input'
import { countRequest, refusalBy } from './limits'
import { requireOwnOrigin } from './origin'
import { asDomainError, noteProblem } from './problem'

export type ActionOptions<T, I> = {
  createsCart?: boolean
  /** Where to go after success, from the value and the parsed input: raw fields may hold what no header can. Without it the form renders its new state. */
  redirectTo?: (value: T, input: I) => string
  /** Where to go after a refusal when the form's page cannot render the state (a static page without JavaScript). */
  redirectOnFailure?: (state: Extract<ActionState<T>, { status: 'failed' }>) => string
  /** A limit by name; without it `writes` holds (R121). */
  limit?: PolicyName
  /** A field named `idempotency_key` makes a repeated submission act once. */
  idempotent?: boolean
}

/**
 * A domain function as a Server Action for `<form action>` and `useActionState`: it works without JavaScript. Nothing typed is lost:
 * a refusal returns the fields as they were sent, without those that hold secrets.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  run: (ctx: Ctx, input: z.output<S>) => Promise<T>,
  options: ActionOptions<T, z.output<S>> = {},
) {
  return async (_previous: ActionState<T>, form: FormData): Promise<ActionState<T>> => {
    const requestHeaders = await headers()
    const requestId = requestHeaders.get(REQUEST_ID_HEADER) ?? newId()
    actionBegins(requestId)
    // An action can be called with any arguments.
    const all = (form as unknown) instanceof FormData ? fieldsOf(form) : {}
    const fields = Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('$ACTION') && name !== 'idempotency_key'))
    let state: ActionState<T> = idle
    let next: string | undefined
    try {
      requireOwnOrigin(requestHeaders)
      const { ctx } = await identify(requestHeaders, { createGuest: options.createsCart })
      const refusal = refusalBy(await countRequest({ ...ctx, countedAs: 'shop', isWrite: true, limit: options.limit }))
      if (refusal) throw refusal
      const input = parseInput(schema, fields)
      const value = await run(options.idempotent ? { ...ctx, idempotencyKey: keyOf(all) } : ctx, input)
      await setCookies(ctx)
      state = { status: 'done', value }
      next = options.redirectTo?.(value, input)
    } catch (thrown) {
      unstable_rethrow(thrown)
      state = failedState(thrown, fields, requestId)
    }
    if (state.status === 'failed') next = options.redirectOnFailure?.(state)
    if (next !== undefined) redirect(next as Route)
    return state
  }
}

async function setCookies({ answerCookies = [] }: Ctx): Promise<void> {
  if (answerCookies.length === 0) return
  const jar = await cookies()
  // Next encodes the value itself.
  for (const { name, value, options } of answerCookies) jar.set(name, decodeURIComponent(value), options)
}

function keyOf(fields: Record<string, unknown>): string | undefined {
  const key = fields.idempotency_key
  return typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key) ? key : undefined
}

const secretFields = /card|cvc|password|token/i

function failedState<T>(thrown: unknown, fields: Record<string, unknown>, requestId: string): ActionState<T> {
  const values = Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !secretFields.test(entry[0])),
  )
  const error = asDomainError(thrown)
  noteProblem(error, thrown, requestId)
  if (!error) {
    return {
      status: 'failed',
      code: 'internal',
      message: 'Something went wrong on our side. What you typed is still here; please try again.',
      fieldErrors: {},
      values,
      extra: {},
    }
  }
  const fieldErrors = Object.fromEntries((error.options.errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]))
  return {
    status: 'failed',
    code: error.code,
    message: error.options.detail ?? errorTitle[error.code],
    fieldErrors,
    values,
    extra: error.options.extra ?? {},
  }
}
