'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { AddToCartForm } from '@/app/_client/add-to-cart-form'
import { NotifyMe } from '@/app/_client/notify-me'
import { useShop } from '@/app/_client/shop-context'
import { useViewProduct } from '@/app/_client/view'
import { WishlistButton } from '@/app/_client/wishlist-button'
import { Price } from '@/app/_ui/price'
import type { ProductDetail } from '@/lib/catalog/schemas'
import { formatMoney } from '@/lib/core/format-money'
import { Gallery } from './gallery'
import { offerOf } from './offer'
import { QuantityField } from './quantity-field'
import { VariantPicker } from './variant-picker'
import { firstVariant, variantFromAddress, writeVariantToAddress } from './variants'

export type StageProduct = Pick<ProductDetail, 'id' | 'version' | 'name' | 'options' | 'variants' | 'pictures'>

type Props = {
  product: StageProduct
  /** Name, rating and what else stands above the price. */
  head: ReactNode
  /** Delivery and what stands below the button. */
  foot: ReactNode
}

/**
 * Pictures and the box in which one buys. What was rendered is the same for everybody: the first variant. After it has arrived, the
 * browser takes the variant from the address, and the view read brings the exact stock and a newer price.
 */
export function ProductStage({ product, head, foot }: Props) {
  const { locale } = useShop()
  const fresh = useViewProduct(product.id)
  const [variant, setVariant] = useState(() => firstVariant(product.variants))
  const [picture, setPicture] = useState(variant.picture_index ?? 0)

  useEffect(() => {
    const wanted = variantFromAddress(product, location.search)
    if (!wanted) return
    setVariant(wanted)
    setPicture(wanted.picture_index ?? 0)
  }, [product])

  function choose(next: StageProduct['variants'][number]) {
    setVariant(next)
    if (next.picture_index !== null) setPicture(next.picture_index)
    writeVariantToAddress(next)
  }

  const offer = offerOf(product, variant, fresh)
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <Gallery pictures={product.pictures} shown={picture} onShow={setPicture} name={product.name} />
      <div className="lg:sticky lg:top-20 lg:self-start">
        {head}
        <div aria-live="polite" className="mt-5">
          <Price price={offer.price} comparePrice={offer.comparePrice} locale={locale} className="text-xl" />
          {offer.saving && (
            <p className="font-medium text-drop">
              You save {formatMoney(offer.saving, locale)} ({offer.savingPercent}%)
            </p>
          )}
          <p className={`mt-2 font-medium ${tones[offer.tone]}`}>{offer.stock}</p>
        </div>
        {product.options.length > 0 && (
          <div className="with-js mt-6">
            <VariantPicker product={product} variant={variant} onChoose={choose} />
          </div>
        )}
        <div className="mt-6">
          <AddToCartForm
            variantId={variant.id}
            productName={product.name}
            disabled={offer.isSoldOut}
            fields={
              <>
                <VariantSelect product={product} variant={variant} locale={locale} />
                {!offer.isSoldOut && <QuantityField key={variant.id} max={offer.max} />}
              </>
            }
          />
        </div>
        {offer.isSoldOut && (
          <div className="mt-3 grid gap-5">
            <p className="text-muted">
              {product.variants.some((other) => other.availability !== 'sold_out')
                ? 'This version is gone for now. Others above can still be had.'
                : 'It is gone for now, and we do not take orders for what we do not have. Similar things are further down.'}
            </p>
            {offer.canComeBack && (
              <div className="rounded-lg bg-sunken p-5">
                <p className="mb-3 font-semibold">Shall we tell you when it is back?</p>
                <NotifyMe key={variant.id} variantId={variant.id} kind="back_in_stock" />
              </div>
            )}
          </div>
        )}
        <div className="mt-3">
          <WishlistButton id={product.id} variantId={product.options.length > 0 ? variant.id : undefined} />
        </div>
        {!offer.isSoldOut && (
          <details className="mt-3">
            <summary className="mx-auto block w-fit rounded-md px-2 py-1 text-muted text-sm underline underline-offset-4 hover:text-ink">
              Tell me when the price drops
            </summary>
            <div className="mt-2 rounded-lg bg-sunken p-5">
              <NotifyMe key={variant.id} variantId={variant.id} kind="price_drop" />
            </div>
          </details>
        )}
        {/* What cannot be had does not arrive on Tuesday. */}
        {!offer.isSoldOut && foot}
      </div>
    </div>
  )
}

const tones = { good: 'text-success', low: 'text-warning', none: 'text-muted' } as const

/** Which version, for people without JavaScript; with it the picker above decides, and this only carries the value. */
function VariantSelect({ product, variant, locale }: { product: StageProduct; variant: StageProduct['variants'][number]; locale: string }) {
  if (product.options.length === 0) return <input type="hidden" name="variant_id" value={variant.id} />
  return (
    <label className="without-js mb-2 block">
      <span className="mb-1.5 block font-medium text-sm">{product.options.map(({ name }) => name).join(' and ')}</span>
      <select
        name="variant_id"
        value={variant.id}
        onChange={() => undefined}
        className="block h-12 w-full rounded-md border border-edge bg-surface px-3 text-base"
      >
        {product.variants.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {Object.values(choice.options).join(', ')} – {formatMoney(choice.price, locale)}
            {choice.availability === 'sold_out' ? ' (sold out)' : choice.left !== null ? ` (only ${choice.left} left)` : ''}
          </option>
        ))}
      </select>
    </label>
  )
}
