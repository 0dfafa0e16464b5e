import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '../s3'

type Kept = { bytes: Buffer; contentType: string; changedAt: Date }
type Answer = { status: number; body?: string | Buffer; headers?: Record<string, string> }

const settings = { accessKeyId: 'AKIDTEST', secretAccessKey: 'a secret/with+signs', bucket: 'shop', region: 'eu-central-1' }
const PAGE = 3

/**
 * The part of S3 that we use, over its own protocol: every request must carry a right signature of version 4, computed here from the rules
 * that AWS publishes ("Create a signed AWS API request"), and the hash of its body. Lists come in pages of three.
 */
export async function startFakeS3() {
  const files = new Map<string, Kept>()
  const uploads = new Map<string, { key: string; contentType: string; parts: Map<number, Buffer> }>()
  const refused: string[] = []
  let failures = 0

  const server = createServer(async (request, response) => {
    const body = await readAll(request)
    const fault = faultOf(request, body)
    if (fault) refused.push(fault)
    const { status, body: text = '', headers = {} } = fault ? refusal(403, fault) : answer(request, body)
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) })
    send(request, response, text)
  })

  function answer(request: IncomingMessage, body: Buffer): Answer {
    if (failures > 0) {
      failures--
      return refusal(503, 'SlowDown')
    }
    const { pathname, searchParams } = urlOf(request)
    const [, bucket, ...rest] = pathname.split('/')
    const key = rest.join('/')
    if (bucket !== settings.bucket) return refusal(404, 'NoSuchBucket')
    if (!key) return list(searchParams)
    const uploadId = searchParams.get('uploadId')
    if (searchParams.has('uploads') || uploadId) return inParts(request, { key, uploadId, searchParams, body })
    return whole(request, key, body)
  }

  function whole(request: IncomingMessage, key: string, body: Buffer): Answer {
    const file = files.get(key)
    if (request.method === 'PUT') {
      files.set(key, { bytes: body, contentType: request.headers['content-type'] ?? '', changedAt: new Date() })
      return { status: 200, headers: { etag: tagOf(body) } }
    }
    if (request.method === 'DELETE') {
      files.delete(key)
      return { status: 204 }
    }
    return file ? { status: 200, body: file.bytes, headers: { 'content-type': file.contentType } } : refusal(404, 'NoSuchKey')
  }

  type Part = { key: string; uploadId: string | null; searchParams: URLSearchParams; body: Buffer }

  function inParts(request: IncomingMessage, { key, uploadId, searchParams, body }: Part): Answer {
    if (!uploadId) {
      const id = `upload&${uploads.size + 1}`
      uploads.set(id, { key, contentType: request.headers['content-type'] ?? '', parts: new Map() })
      return { status: 200, body: `<InitiateMultipartUploadResult><UploadId>${id.replace('&', '&amp;')}</UploadId></InitiateMultipartUploadResult>` }
    }
    const upload = uploads.get(uploadId)
    if (!upload || upload.key !== key) return refusal(404, 'NoSuchUpload')
    if (request.method === 'DELETE') {
      uploads.delete(uploadId)
      return { status: 204 }
    }
    if (request.method === 'PUT') {
      upload.parts.set(Number(searchParams.get('partNumber')), body)
      return { status: 200, headers: { etag: tagOf(body) } }
    }
    const listed = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)]
    const parts = listed.map(([, number, tag]) => ({ bytes: upload.parts.get(Number(number)), tag }))
    if (parts.some(({ bytes, tag }) => !bytes || tagOf(bytes) !== tag)) return refusal(400, 'InvalidPart')
    if (parts.slice(0, -1).some(({ bytes }) => (bytes?.byteLength ?? 0) < 5 * 1024 * 1024)) return refusal(400, 'EntityTooSmall')
    files.set(key, { bytes: Buffer.concat(parts.map(({ bytes = Buffer.of() }) => bytes)), contentType: upload.contentType, changedAt: new Date() })
    uploads.delete(uploadId)
    return { status: 200, body: '<CompleteMultipartUploadResult/>' }
  }

  function list(searchParams: URLSearchParams): Answer {
    const after = searchParams.get('continuation-token') ?? ''
    const keys = [...files.keys()].filter((key) => key.startsWith(searchParams.get('prefix') ?? '') && key > after).sort()
    const page = keys.slice(0, PAGE)
    const isTruncated = keys.length > PAGE
    const contents = page.map((key) => {
      const { bytes, changedAt } = files.get(key) ?? { bytes: Buffer.of(), changedAt: new Date() }
      return `<Contents><Key>${key}</Key><LastModified>${changedAt.toISOString()}</LastModified><Size>${bytes.byteLength}</Size></Contents>`
    })
    const next = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
    return { status: 200, body: `<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join('')}</ListBucketResult>` }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: { ...settings, endpoint } satisfies S3Settings,
    files,
    uploads,
    refused,
    failNext: (times: number) => {
      failures = times
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const urlOf = (request: IncomingMessage) => new URL(request.url ?? '/', `http://${request.headers.host}`)

const tagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`

const refusal = (status: number, code: string): Answer => ({ status, body: `<Error><Code>${code}</Code></Error>` })

/** What is wrong with a request's signature; null when it is right. */
function faultOf(request: IncomingMessage, body: Buffer): string | null {
  const header = request.headers.authorization ?? ''
  const match = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    header,
  )
  if (!match) return 'no signature'
  const [, accessKeyId, date = '', region = '', names = '', signature] = match
  const at = String(request.headers['x-amz-date'])
  if (accessKeyId !== settings.accessKeyId || region !== settings.region || !at.startsWith(date)) return 'another scope'
  if (request.headers['x-amz-content-sha256'] !== sha256(body)) return 'another body'
  if (!names.split(';').includes('host')) return 'host is not signed'
  const scope = `${date}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonicalRequest(request, names))].join('\n')
  const key = [date, region, 's3', 'aws4_request'].reduce<Buffer | string>((secret, part) => hmac(secret, part), `AWS4${settings.secretAccessKey}`)
  return hmac(key, toSign).toString('hex') === signature ? null : 'a wrong signature'
}

function canonicalRequest(request: IncomingMessage, names: string): string {
  const url = urlOf(request)
  const query = [...url.searchParams].map((pair) => pair.map(encode).join('=')).sort()
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const path = url.pathname.split('/').map((part) => encode(decodeURIComponent(part)))
  return [request.method, path.join('/'), query.join('&'), headers.join(''), names, request.headers['x-amz-content-sha256']].join('\n')
}

const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const send = (request: IncomingMessage, response: ServerResponse, text: string | Buffer) =>
  request.method === 'HEAD' ? response.end() : response.end(text)
