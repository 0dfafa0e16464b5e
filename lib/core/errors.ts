/** Everything a person can cause, with the HTTP status that says it. The code is stable: clients may branch on it. */
export const errorStatus = {
  moved: 308,
  malformed: 400,
  idempotency_key_missing: 400,
  not_cancellable: 400,
  signature_invalid: 400,
  unauthenticated: 401,
  payment_declined: 402,
  forbidden: 403,
  origin_refused: 403,
  address_blocked: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  price_changed: 409,
  out_of_stock: 409,
  not_payable: 409,
  stale: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid_input: 422,
  key_reused: 422,
  rate_limited: 429,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorStatus

export const errorTitle: Record<ErrorCode, string> = {
  moved: 'It has another address now',
  malformed: 'The request could not be read',
  idempotency_key_missing: 'An Idempotency-Key header is needed',
  not_cancellable: 'This order can no longer be cancelled',
  signature_invalid: 'The signature does not match',
  unauthenticated: 'Please sign in',
  payment_declined: 'The payment was declined',
  forbidden: 'You may not do this',
  origin_refused: 'The request came from another site',
  address_blocked: 'This address is blocked for now',
  not_found: 'Not found',
  method_not_allowed: 'This method is not supported here',
  conflict: 'This cannot be done now',
  price_changed: 'A price has changed',
  out_of_stock: 'Not enough in stock',
  not_payable: 'This order cannot be paid',
  stale: 'This has changed since you loaded it',
  too_large: 'The request is too large',
  unsupported_media_type: 'This content type is not supported',
  invalid_input: 'Please check your input',
  key_reused: 'This Idempotency-Key was used for another request',
  rate_limited: 'Too many requests',
  unavailable: 'Please try again in a moment',
}

/** One thing that is wrong with the input. `pointer` is a JSON pointer (RFC 6901) into it. */
export type InputError = { pointer: string; detail: string }

export type DomainErrorOptions = {
  /** A sentence for the person: what happened and what to do. */
  detail?: string
  errors?: InputError[]
  /** Further members of the problem document, in wire names. */
  extra?: Record<string, unknown> & Partial<Record<'type' | 'title' | 'status' | 'code' | 'detail' | 'request_id' | 'errors', never>>
  retryAfterSeconds?: number
  /** For `moved`: what of the address was asked for, and what stands in its place now. */
  movedTo?: { from: string; to: string }
  /** For `unavailable`: it is certain that nothing happened, so the same idempotency key may be used again at once. */
  isUndone?: boolean
  cause?: unknown
}

/** What a person can cause. Anything else that is thrown is a bug and stays an exception. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly status: number

  constructor(
    readonly code: ErrorCode,
    readonly options: DomainErrorOptions = {},
  ) {
    super(options.detail ?? errorTitle[code], { cause: options.cause })
    this.status = errorStatus[code]
  }
}

/** True across bundles too, where `instanceof` may see two copies of the class. */
export const isDomainError = (error: unknown): error is DomainError =>
  error instanceof DomainError || (error instanceof Error && error.name === 'DomainError' && 'code' in error)
