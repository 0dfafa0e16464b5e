import type { ErrorCode } from '@/lib/core/errors'

/** What a form shows after it was sent. Field errors are keyed by the field's name; nested fields by their pointer without the first slash. */
export type ActionState<T = unknown> =
  | { status: 'idle' }
  | { status: 'done'; value: T }
  | {
      status: 'failed'
      /** `no_answer`: said by the browser; it is not known whether it was done. */
      code: ErrorCode | 'internal' | 'no_answer'
      message: string
      fieldErrors: Record<string, string>
      values: Record<string, string>
      extra: Record<string, unknown>
    }

export const idle = { status: 'idle' } as const
