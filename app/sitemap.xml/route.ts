import { getSitemapShards } from '@/lib/catalog/cached'
import { appUrl } from '@/lib/platform/env'

/** The index of the sitemaps (sitemaps.org). Next writes single files but no index, so this is a route. */
export async function GET() {
  const shards = await getSitemapShards()
  const files = ['pages', ...Array.from({ length: shards }, (_, shard) => `products-${shard}`)]
  const entries = files.map((file) => `<sitemap><loc>${appUrl}/sitemaps/${file}.xml</loc></sitemap>`)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
}
