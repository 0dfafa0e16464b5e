import { getSitemapCategories, getSitemapProducts, getSitemapShards } from '@/lib/catalog/cached'
import type { SitemapEntry } from '@/lib/catalog/list-sitemap'
import { appUrl } from '@/lib/platform/env'

const texts = ['about', 'delivery', 'returns', 'contact', 'privacy', 'terms']

/** One file of the sitemap: `pages.xml`, or `products-0.xml` and on. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const urls = file === 'pages.xml' ? await pageUrls() : await productUrls(file)
  if (!urls) return new Response('There is no such sitemap.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
}

async function pageUrls(): Promise<string[]> {
  const categories = await getSitemapCategories()
  return [url(''), ...categories.map((entry) => url('/c/', entry)), ...texts.map((slug) => `<url><loc>${appUrl}/pages/${slug}</loc></url>`)]
}

async function productUrls(file: string): Promise<string[] | null> {
  const shard = /^products-(\d{1,6})\.xml$/.exec(file)?.[1]
  if (shard === undefined || Number(shard) >= (await getSitemapShards())) return null
  const products = await getSitemapProducts(Number(shard))
  return products.map((entry) => url('/p/', entry))
}

const url = (base: string, entry?: SitemapEntry): string =>
  entry
    ? `<url><loc>${appUrl}${base}${encodeURIComponent(entry.slug)}</loc><lastmod>${new Date(entry.updatedAt).toISOString()}</lastmod></url>`
    : `<url><loc>${appUrl}/</loc></url>`
