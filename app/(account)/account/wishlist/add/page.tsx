import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Picture } from '@/app/_ui/picture'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { ProductId, VariantId } from '@/lib/core/ids'
import { findWishable } from '@/lib/wishlist/find-wishable'
import { CompleteWish } from './complete-wish'

export const instant = false

export const metadata: Metadata = { title: 'Put it on your wishlist' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where a heart leads without scripts, and after the sign-in page. Opening it changes nothing; its button does. */
export default async function AddPage({ searchParams }: Props) {
  const query = await searchParams
  const productId = ProductId.safeParse(query.product)
  if (!productId.success) notFound()
  const variantId = VariantId.safeParse(query.variant).data
  const path = `/account/wishlist/add?product=${productId.data}${variantId ? `&variant=${variantId}` : ''}`
  const wish = await signedIn(path, (ctx) => findWishable(ctx, { product_id: productId.data, variant_id: variantId }))
  if (!wish) notFound()
  if (wish.is_wished) redirect('/account/wishlist' as Route)
  return (
    <>
      <PageHead title="Put it on your wishlist?" />
      <div className="grid max-w-md gap-5 rounded-lg bg-surface p-6 shadow-sm">
        <div className="flex items-center gap-4">
          <span className="tile block size-24 shrink-0">{wish.picture && <Picture picture={wish.picture} sizes="96px" alt="" />}</span>
          <p>
            <span className="block font-semibold">{wish.name}</span>
            {wish.variant_title && <span className="block text-muted text-sm">{wish.variant_title}</span>}
          </p>
        </div>
        <CompleteWish productId={productId.data} variantId={wish.variant_id} />
        <a href={`/p/${wish.slug}`} className="min-h-8 justify-self-start py-1 text-muted text-sm underline underline-offset-4 hover:text-ink">
          Back to the product
        </a>
      </div>
    </>
  )
}
