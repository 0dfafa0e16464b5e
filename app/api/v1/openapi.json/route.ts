import '@/app/api/v1/cart/contact/route'
import '@/app/api/v1/cart/items/[id]/route'
import '@/app/api/v1/cart/items/route'
import '@/app/api/v1/cart/prices/route'
import '@/app/api/v1/cart/route'
import '@/app/api/v1/categories/route'
import '@/app/api/v1/checkout/route'
import '@/app/api/v1/countries/[code]/route'
import '@/app/api/v1/countries/route'
import '@/app/api/v1/addresses/[id]/route'
import '@/app/api/v1/addresses/route'
import '@/app/api/v1/notifications/[id]/read/route'
import '@/app/api/v1/notifications/preferences/route'
import '@/app/api/v1/notifications/read/route'
import '@/app/api/v1/notifications/route'
import '@/app/api/v1/orders/[number]/cancellation/route'
import '@/app/api/v1/orders/[number]/cart/route'
import '@/app/api/v1/orders/[number]/payments/route'
import '@/app/api/v1/orders/[number]/returns/[id]/withdrawal/route'
import '@/app/api/v1/orders/[number]/returns/route'
import '@/app/api/v1/orders/[number]/route'
import '@/app/api/v1/orders/route'
import '@/app/api/v1/products/[slug]/route'
import '@/app/api/v1/products/facets/route'
import '@/app/api/v1/products/route'
import '@/app/api/v1/products/search/route'
import '@/app/api/v1/products/suggest/route'
import '@/app/api/v1/view/route'
import { z } from 'zod'
import { findShopName } from '@/lib/settings/find-shop-name'
import { openApiDocument } from '@/lib/web/openapi'
import { route } from '@/lib/web/route'

// Each route registers itself when it is loaded, and Next loads it at its first request: the imports above load them all.
export const GET = route('GET /api/v1/openapi.json', {
  summary: 'This API as an OpenAPI 3.1 document',
  input: z.object({}),
  output: z.record(z.string(), z.unknown()),
  run: async () => openApiDocument(await findShopName()),
  publicSeconds: 3600,
})
