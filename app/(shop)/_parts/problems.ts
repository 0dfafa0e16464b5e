import { type ErrorCode, errorStatus, errorTitle } from '@/lib/core/errors'

type Code = ErrorCode | 'internal'
type Explanation = { status: number; title: string; meaning: string; remedy: string }

const words: Record<Code, [meaning: string, remedy: string]> = {
  moved: [
    'A product was asked for by an address that it had before.',
    'Follow the Location header, and keep the new address: this one may be given to another product.',
  ],
  malformed: ['The body is not valid JSON in UTF-8, or the request is cut off.', 'Send the request again with a complete, valid body.'],
  idempotency_key_missing: [
    'This operation acts exactly once per key, so it does not run without one.',
    'Send a header Idempotency-Key with a fresh random value, and the same value again when you repeat the request.',
  ],
  not_cancellable: [
    'The order has shipped, is already cancelled, or has expired.',
    'Read the order to see its status. After shipping it is a return.',
  ],
  signature_invalid: [
    'The signature of a webhook or a link does not match its content.',
    'Sign the bytes exactly as they are sent, with the secret of this endpoint.',
  ],
  unauthenticated: [
    'We do not know who is asking, or the token was not made by this shop.',
    'Sign in, or send a valid Cart-Token. POST /api/v1/cart returns one.',
  ],
  payment_declined: [
    'The payment provider refused. Nothing was charged, and the order can still be paid.',
    'Offer another card or method until reserved_until.',
  ],
  forbidden: ['You are known, but this is not yours to see or do.', 'Ask someone who may, or use a key with the needed scope.'],
  origin_refused: [
    'A browser sent this from another site, and the shop only takes writes from its own pages.',
    'Clients outside a browser send a Cart-Token instead of a cookie.',
  ],
  address_blocked: [
    'Requests from this network address went past a limit again and again, so it gets no answers for a time.',
    'Wait as long as Retry-After says, and send fewer requests afterwards. If you share the address with others, write to us with the request_id.',
  ],
  not_found: ['There is no such thing, it was withdrawn, or it is not yours.', 'Check the address. Lists contain only what can be read.'],
  method_not_allowed: ['The address exists, but not with this method.', 'See the Allow header for the methods that do.'],
  conflict: [
    'Another request is changing the same thing at this moment.',
    'Wait as long as Retry-After says and repeat it with the same Idempotency-Key.',
  ],
  price_changed: [
    'The total differs from the expected_total you sent. Nothing was placed.',
    'Show the lines of the answer, let the person agree, and place again with the new total.',
  ],
  out_of_stock: ['Fewer are left than were asked for. The answer says how many.', 'Lower the quantity or take the line out.'],
  not_payable: ['The order is paid, cancelled or expired.', 'Read the order. An expired one can be put back into the cart.'],
  stale: [
    'Somebody changed it since you read it; If-Match no longer holds.',
    'Read it again, apply your change to the new version and send it with the new ETag.',
  ],
  too_large: ['The body is larger than this address takes.', 'Send less at once.'],
  unsupported_media_type: ['The body has a content type that is not understood here.', 'Send JSON with the header Content-Type: application/json.'],
  invalid_input: [
    'A field is missing, has the wrong form or is out of range.',
    'The list errors names each field by a JSON pointer and says what is wrong with it.',
  ],
  key_reused: ['This Idempotency-Key already belongs to a request with another body.', 'Use a fresh key for every new intention.'],
  rate_limited: ['Too many requests came from you in a short time.', 'Wait as long as Retry-After says, then go on more slowly.'],
  unavailable: [
    'The shop is too busy or a service it needs does not answer. What was sent may or may not have been done.',
    'Repeat it after Retry-After, with the same Idempotency-Key: it is done once.',
  ],
  internal: ['Something broke on our side. It is in our log.', 'Try again. If it stays like this, send us the request_id.'],
}

export const problemCodes = Object.keys(words)

export function explanationOf(code: string): Explanation | null {
  if (!isCode(code)) return null
  const [meaning, remedy] = words[code]
  return code === 'internal'
    ? { status: 500, title: 'Something went wrong on our side', meaning, remedy }
    : { status: errorStatus[code], title: errorTitle[code], meaning, remedy }
}

const isCode = (code: string): code is Code => Object.hasOwn(words, code)
