import type { MetadataRoute } from 'next'
import { appUrl } from '@/lib/platform/env'

/** Personal pages and countless filtered lists are not for search engines. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/cart', '/checkout', '/orders/', '/account', '/wishlist/', '/subscriptions/', '/unsubscribe', '/search', '/c/*/browse'],
    },
    sitemap: `${appUrl}/sitemap.xml`,
  }
}
