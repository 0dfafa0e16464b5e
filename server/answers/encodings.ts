import { promisify } from 'node:util'
import zlib from 'node:zlib'

/** How a body goes over the wire. */
export type Encoding = 'br' | 'gzip' | 'identity'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
/** Below this compressing gains nothing. */
const WORTH_BYTES = 1_000
const MOST_KNOWN = 100

/** Browsers send one of a handful of headers. */
const known = new Map<string, Encoding>()

/** The encoding that the caller likes best (RFC 9110, section 12.5.3); of two that it likes as much, the one that makes less of it. */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  const header = String(accepted)
  const found = known.get(header)
  if (found) return found
  const weights = weightsIn(header.toLowerCase())
  const [br, gzipped] = [weights.get('br') ?? 0, weights.get('gzip') ?? 0]
  const best: Encoding = Math.max(br, gzipped) === 0 ? 'identity' : br >= gzipped ? 'br' : 'gzip'
  if (known.size < MOST_KNOWN) known.set(header, best)
  return best
}

const weightsIn = (header: string): Map<string, number> =>
  new Map(
    header.split(',').map((part) => {
      const [name = '', weight] = part.split(';').map((piece) => piece.trim())
      return [name, weight === undefined ? 1 : Number(/^q=([\d.]+)$/.exec(weight)?.[1] ?? 1)]
    }),
  )

/**
 * Compresses once what is sent many times, off the main thread. Brotli 5 makes a page 15 % smaller than gzip in the same time. The
 * bytes are copied, because zlib hands out a slice of a larger buffer that would stay in memory with it.
 */
export async function encode(body: Buffer, encoding: Encoding): Promise<{ encoding: Encoding; body: Buffer }> {
  if (encoding === 'identity' || body.length < WORTH_BYTES) return { encoding: 'identity', body }
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_PARAM_SIZE_HINT, BROTLI_MODE_TEXT } = zlib.constants
  const params = { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT, [BROTLI_PARAM_SIZE_HINT]: body.length }
  const small = encoding === 'br' ? await brotli(body, { params }) : await gzip(body, { level: 6 })
  const exact = Buffer.allocUnsafeSlow(small.length)
  small.copy(exact)
  return { encoding, body: exact }
}
