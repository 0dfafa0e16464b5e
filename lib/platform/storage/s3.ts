import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { isFileKey, requireFileKey } from './file-key'
import type { FileContent, FileEntry, Storage } from './storage'

export type S3Settings = {
  accessKeyId: string
  secretAccessKey: string
  bucket: string
  region: string
  /** Another service that speaks S3 (MinIO, R2, Spaces …); it is asked with the bucket in the path. */
  endpoint?: string | undefined
}

/** What is sent at once. S3 takes parts of 5 MB and more, 10,000 of them: files up to 80 GB here. */
const PART_BYTES = 8 * 1024 * 1024
const RETRIES = 3
/** Until the answer begins; who reads a file may take their time. */
const DEADLINE_MS = 60_000

type Call = { query?: Record<string, string>; body?: Uint8Array<ArrayBuffer>; contentType?: string }

/**
 * Files in a bucket of S3, signed with Signature Version 4. What is small goes in one request; longer content goes in parts, so that at most
 * one of them is in memory. Nobody sees a file whose parts are not all there.
 */
export function openS3(settings: S3Settings): Storage {
  const { accessKeyId, secretAccessKey, region } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES })
  const base = baseOf(settings)

  async function call(method: string, key: string, { query = {}, body, contentType }: Call = {}): Promise<Response> {
    const url = new URL(`${base}/${key}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const headers = { 'x-amz-content-sha256': sha256(body ?? new Uint8Array()), ...(contentType ? { 'content-type': contentType } : {}) }
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(new Error(`S3 did not answer within ${DEADLINE_MS / 1000} s`)), DEADLINE_MS)
    const response = await client
      .fetch(url.toString(), { method, headers, signal: deadline.signal, ...(body ? { body } : {}) })
      .finally(() => clearTimeout(timer))
    if (response.ok || response.status === 404) return response
    throw new Error(`S3 answered ${response.status} to ${method} ${url.pathname}: ${(await response.text()).slice(0, 300)}`)
  }

  async function required(method: string, key: string, options: Call): Promise<Response> {
    const response = await call(method, key, options)
    if (response.ok) return response
    throw new Error(`S3 does not know ${method} ${key || settings.bucket}: ${(await response.text()).slice(0, 300)}`)
  }

  async function putInParts(key: string, parts: AsyncIterable<Uint8Array<ArrayBuffer>>, contentType: string): Promise<number> {
    const uploadId = textOf(await (await required('POST', key, { query: { uploads: '' }, contentType })).text(), 'UploadId')
    const tags: string[] = []
    let bytes = 0
    try {
      for await (const body of parts) {
        const sent = await required('PUT', key, { query: { partNumber: String(tags.length + 1), uploadId }, body })
        await sent.body?.cancel()
        tags.push(sent.headers.get('etag') ?? '')
        bytes += body.byteLength
      }
      const list = tags.map((tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`).join('')
      const body = bytesOf(`<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`)
      const answer = await (await required('POST', key, { query: { uploadId }, body, contentType: 'application/xml' })).text()
      // S3 begins to answer before it is done, so that 200 may carry an error.
      if (answer.includes('<Error>')) throw new Error(`S3 did not put the parts together: ${answer.slice(0, 300)}`)
      return bytes
    } catch (error) {
      await call('DELETE', key, { query: { uploadId } }).catch(() => {})
      throw error
    }
  }

  return {
    async put(key, content, { contentType }) {
      requireFileKey(key)
      const parts = inParts(content)
      const { value: first } = await parts.next()
      const body = first ?? new Uint8Array()
      if (body.byteLength === PART_BYTES) return putInParts(key, before(body, parts), contentType)
      const response = await required('PUT', key, { body, contentType })
      await response.body?.cancel()
      return body.byteLength
    },

    async get(key) {
      const response = await call('GET', requireFileKey(key))
      if (response.ok && response.body) return { body: response.body, bytes: Number(response.headers.get('content-length')) }
      await response.body?.cancel()
      return null
    },

    has: async (key) => (await call('HEAD', requireFileKey(key))).ok,

    async delete(key) {
      const response = await call('DELETE', requireFileKey(key))
      await response.body?.cancel()
    },

    async *list(prefix) {
      let next = ''
      do {
        const query = { 'list-type': '2', prefix, ...(next ? { 'continuation-token': next } : {}) }
        const page = await (await required('GET', '', { query })).text()
        yield* entriesOf(page)
        next = page.includes('<IsTruncated>true</IsTruncated>') ? textOf(page, 'NextContinuationToken') : ''
      } while (next)
    },
  }
}

/** A bucket whose name has a dot matches no certificate of S3's, so it is named in the path. */
function baseOf({ endpoint, bucket, region }: S3Settings): string {
  if (endpoint) return `${endpoint.replace(/\/$/, '')}/${bucket}`
  return bucket.includes('.') ? `https://s3.${region}.amazonaws.com/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`
}

/** Parts of exactly `PART_BYTES`, and a shorter one at the end; an empty one for nothing at all. */
async function* inParts(content: FileContent): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  let part = new Uint8Array(PART_BYTES)
  let filled = 0
  let isFirst = true
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    for (let at = 0; at < chunk.byteLength; ) {
      const piece = chunk.subarray(at, at + PART_BYTES - filled)
      part.set(piece, filled)
      filled += piece.byteLength
      at += piece.byteLength
      if (filled < PART_BYTES) continue
      yield part
      part = new Uint8Array(PART_BYTES)
      filled = 0
      isFirst = false
    }
  }
  if (filled > 0 || isFirst) yield part.subarray(0, filled)
  return undefined
}

async function* before<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* rest
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))

/** Our keys have no character that XML would write otherwise; a file that somebody else put there under another one is none of ours. */
function entriesOf(page: string): FileEntry[] {
  const contents = [...page.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => entry)
  return contents
    .map((entry) => ({ key: textOf(entry, 'Key'), bytes: Number(textOf(entry, 'Size')), changedAt: new Date(textOf(entry, 'LastModified')) }))
    .filter(({ key }) => isFileKey(key))
}

function textOf(xml: string, element: string): string {
  const text = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1]
  if (text === undefined) throw new Error(`S3's answer has no ${element}: ${xml.slice(0, 300)}`)
  return text.replaceAll('&amp;', '&').replaceAll('&#34;', '"').replaceAll('&quot;', '"')
}
