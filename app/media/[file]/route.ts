import { parsePictureFile, readPicture } from '@/lib/catalog/read-picture'

type Context = { params: Promise<{ file: string }> }

/** A picture under its content hash: the same address always has the same bytes, so browsers and CDNs may keep it for ever. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params
  const name = parsePictureFile(file)
  const etag = `"${file}"`
  if (name && request.headers.get('if-none-match')?.split(/,\s*/).includes(etag))
    return new Response(null, { status: 304, headers: headersFor(etag) })
  const bytes = name && (await readPicture(name))
  if (!bytes) return new Response('There is no such picture.', { status: 404, headers: notFoundHeaders })
  const headers = { ...headersFor(etag), 'content-type': 'image/webp', 'content-length': String(bytes.length) }
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length), { headers })
}

const headersFor = (etag: string) => ({
  etag,
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
})

const notFoundHeaders = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
