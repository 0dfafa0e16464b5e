import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeWorld } from '@/db/testing/world'
import { operations } from '@/lib/web/operations'
import * as rest from './[[...rest]]/route'
import { GET as getCategories } from './categories/route'
import { GET as getOpenApi } from './openapi.json/route'
import { GET as getProduct } from './products/[slug]/route'
import { GET as getFacets } from './products/facets/route'
import { GET as getProducts } from './products/route'
import { GET as getSearch } from './products/search/route'
import { GET as getSuggestions } from './products/suggest/route'
import { GET as getView } from './view/route'

type Handler = typeof getProducts

let world: Awaited<ReturnType<typeof makeWorld>>

beforeAll(async () => {
  world = await makeWorld()
})

const call = (handler: Handler, address: string, params: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  handler(new Request(`http://localhost:3000/api/v1/${address}`, { headers }), { params: Promise.resolve(params) })

const shapeAt = async (handler: Handler, address: string, params: Record<string, string> = {}) =>
  shapeOf(await (await call(handler, address, params)).json())

/** Types in place of values: what a client relies on (R62, R184). */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : []
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}

describe('the shape of', () => {
  it('a list', async () => {
    expect(await shapeAt(getProducts, 'products?page=1')).toMatchInlineSnapshot(`
      {
        "data": [
          {
            "availability": "string",
            "category_id": "string",
            "compare_price": "null",
            "default_variant_id": "string",
            "id": "string",
            "is_featured": "boolean",
            "left": "null",
            "name": "string",
            "picture": "null",
            "picture_hover": "null",
            "price": {
              "amount": "number",
              "currency": "string",
            },
            "price_max": {
              "amount": "number",
              "currency": "string",
            },
            "rating": {
              "average": "number",
              "count": "number",
            },
            "slug": "string",
            "version": "number",
          },
        ],
        "next_cursor": "null",
        "page": "number",
        "page_size": "number",
        "prev_cursor": "null",
        "total": "number",
        "total_is_exact": "boolean",
      }
    `)
  })
  it('a product', async () => {
    expect(await shapeAt(getProduct, 'products/x', { slug: world.products.shirt.slug })).toMatchInlineSnapshot(`
      {
        "attributes": {},
        "availability": "string",
        "breadcrumbs": [
          {
            "id": "string",
            "name": "string",
            "slug": "string",
          },
        ],
        "category_id": "string",
        "compare_price": "null",
        "created_at": "string",
        "default_variant_id": "null",
        "description": "string",
        "id": "string",
        "is_featured": "boolean",
        "left": "null",
        "name": "string",
        "options": [
          {
            "name": "string",
            "values": [
              "string",
            ],
          },
        ],
        "picture": "null",
        "picture_hover": "null",
        "pictures": [],
        "price": {
          "amount": "number",
          "currency": "string",
        },
        "price_max": {
          "amount": "number",
          "currency": "string",
        },
        "rating": {
          "average": "number",
          "count": "number",
        },
        "rating_histogram": [
          "number",
        ],
        "recommendations": [
          {
            "availability": "string",
            "category_id": "string",
            "compare_price": "null",
            "default_variant_id": "string",
            "id": "string",
            "is_featured": "boolean",
            "left": "null",
            "name": "string",
            "picture": "null",
            "picture_hover": "null",
            "price": {
              "amount": "number",
              "currency": "string",
            },
            "price_max": {
              "amount": "number",
              "currency": "string",
            },
            "rating": {
              "average": "number",
              "count": "number",
            },
            "slug": "string",
            "version": "number",
          },
        ],
        "reviews": [],
        "seo_description": "string",
        "seo_title": "string",
        "sku": "string",
        "slug": "string",
        "updated_at": "string",
        "variants": [
          {
            "availability": "string",
            "compare_price": "null",
            "id": "string",
            "left": "null",
            "options": {
              "Size": "string",
            },
            "picture_index": "null",
            "price": {
              "amount": "number",
              "currency": "string",
            },
            "sku": "string",
          },
        ],
        "version": "number",
      }
    `)
  })
  it('a search, which is the shape of a list', async () => {
    expect(await shapeAt(getSearch, 'products/search?q=lamp&page=1')).toEqual(await shapeAt(getProducts, 'products?page=1'))
  })
  it('suggestions', async () => {
    expect(await shapeAt(getSuggestions, 'products/suggest?q=lam')).toMatchInlineSnapshot(`
      {
        "categories": [],
        "products": [
          {
            "id": "string",
            "name": "string",
            "picture": "null",
            "price": {
              "amount": "number",
              "currency": "string",
            },
            "slug": "string",
          },
        ],
      }
    `)
  })
  it('facets', async () => {
    expect(await shapeAt(getFacets, 'products/facets')).toMatchInlineSnapshot(`
      {
        "attributes": [
          {
            "name": "string",
            "values": [
              {
                "count": "number",
                "is_exact": "boolean",
                "is_selected": "boolean",
                "label": "string",
                "value": "string",
              },
            ],
          },
        ],
        "categories": [
          {
            "count": "number",
            "is_exact": "boolean",
            "is_selected": "boolean",
            "label": "string",
            "value": "string",
          },
        ],
        "in_stock": [
          {
            "count": "number",
            "is_exact": "boolean",
            "is_selected": "boolean",
            "label": "string",
            "value": "string",
          },
        ],
        "prices": [
          {
            "count": "number",
            "is_exact": "boolean",
            "is_selected": "boolean",
            "label": "string",
            "value": "string",
          },
        ],
        "ratings": [],
        "total": {
          "count": "number",
          "is_exact": "boolean",
        },
      }
    `)
  })
  it('categories', async () => {
    expect(await shapeAt(getCategories, 'categories')).toMatchInlineSnapshot(`
      {
        "data": [
          {
            "children": [],
            "description": "string",
            "id": "string",
            "name": "string",
            "picture": "null",
            "slug": "string",
          },
        ],
      }
    `)
  })
  it('the view', async () => {
    expect(await shapeAt(getView, `view?products=${world.products.shirt.id}`)).toMatchInlineSnapshot(`
      {
        "cart": "null",
        "products": [
          {
            "availability": "string",
            "id": "string",
            "is_active": "boolean",
            "price": {
              "amount": "number",
              "currency": "string",
            },
            "quantity": "number",
            "variants": [
              {
                "id": "string",
                "price": {
                  "amount": "number",
                  "currency": "string",
                },
                "quantity": "number",
              },
            ],
            "version": "number",
          },
        ],
        "user": "null",
        "wishlist": [],
      }
    `)
  })
})

describe('answers', () => {
  it('are public with an ETag, and 304 for who has them', async () => {
    const first = await call(getProducts, 'products')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=900, must-revalidate')
    for (const known of [etag, `W/${etag}`, `"other", W/${etag}`, '*'])
      expect([known, (await call(getProducts, 'products', {}, { 'if-none-match': known })).status]).toEqual([known, 304])
    expect((await call(getProducts, 'products', {}, { 'if-none-match': '"other"' })).status).toBe(200)
    expect((await call(getProduct, 'products/x', { slug: world.products.mug.slug })).headers.get('cache-control')).toContain('s-maxage=300')
    expect((await call(getCategories, 'categories')).headers.get('cache-control')).toContain('s-maxage=3600')
  })

  it('of the view are private', async () => {
    expect((await call(getView, 'view')).headers.get('cache-control')).toBe('private, no-store')
  })

  it.each([
    ['page_size=0', '/page_size'],
    ['page_size=101', '/page_size'],
    ['page=501', '/page'],
    ['price_min=-1', '/price_min'],
    ['in_stock=perhaps', '/in_stock'],
    ['facet=Colour', '/facet/0'],
    ['sort=random', '/sort'],
    ['cursor=rubbish', '/cursor'],
  ])('to %s are a problem at %s', async (query, pointer) => {
    const answer = await call(getProducts, `products?${query}`)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'invalid_input', errors: [{ pointer }] })
  })

  it('to an unknown product or address are 404 problems, whatever the method', async () => {
    const product = await call(getProduct, 'products/x', { slug: 'nothing-like-it' })
    expect([product.status, product.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    for (const [method, handler] of Object.entries(rest)) {
      const answer = handler(new Request('http://localhost:3000/api/v1/nowhere', { method }))
      expect(answer.status).toBe(404)
    }
  })
})

describe('the OpenAPI document', () => {
  it('has every operation of every route file', async () => {
    const { openapi, paths } = (await (await call(getOpenApi, 'openapi.json')).json()) as { openapi: string; paths: Record<string, object> }
    expect(openapi).toBe('3.1.0')
    const files = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)route\.ts$/.test(file))
    const addresses = files
      .filter((file) => !file.includes('[...rest]'))
      .map((file) => `/api/v1/${file.replace(/\/route\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}')}`)
    expect(Object.keys(paths).sort()).toEqual(expect.arrayContaining(addresses.sort()))
    expect(operations().has('GET /api/v1/products/{slug}')).toBe(true)
  })
})
