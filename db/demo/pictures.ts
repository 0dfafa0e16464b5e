import { createHash } from 'node:crypto'
import type { DemoCategory, DemoProduct, Picture } from './types'

/** Raise it when the renderer draws differently: every picture then gets a new address, and the old ones stay valid until deleted. */
const RENDERER_VERSION = 3

export const pictureWidths = [320, 640, 1080] as const

/** Everything the renderer needs. `view` 2 is the same thing from another angle, for hover. */
export type PictureRecipe = { emoji: string; tint: number; hue: number; saturation: number; brightness: number; view: 1 | 2 }

export type PlannedPicture = { hash: string; recipe: PictureRecipe; alt: string }

/** What a product shows: `images[0]` is the main picture, `images[1]` the second view; `indexOf` finds the picture of an option value. */
export type ProductPictures = { images: PlannedPicture[]; indexOfValue: Map<string, number> }

export function picturesOf(product: DemoProduct): ProductPictures {
  const images = [
    planned(product.picture, 1, product.name),
    planned({ ...product.picture, tint: (product.picture.tint + 32) % 360 }, 2, `${product.name}, seen from another side`),
  ]
  const indexOfValue = new Map<string, number>()
  for (const option of product.options ?? []) {
    for (const { value, picture } of option.values) {
      if (!picture) continue
      const own = planned({ ...product.picture, ...picture }, 1, `${product.name}, ${value}`)
      const known = images.findIndex(({ hash }) => hash === own.hash)
      indexOfValue.set(valueKey(option.name, value), known === -1 ? images.push(own) - 1 : known)
    }
  }
  return { images, indexOfValue }
}

export const valueKey = (option: string, value: string) => `${option}=${value}`

export const pictureOfCategory = (category: DemoCategory): PlannedPicture => planned(category.picture, 1, category.name)

/** Every picture of a catalogue once: what shoppers meet first comes first. */
export function planPictures(categories: DemoCategory[], products: DemoProduct[]): PlannedPicture[] {
  const ofProducts = products.map((product) => picturesOf(product).images)
  const all = [
    ...products.flatMap((product, index) => (product.featured ? (ofProducts[index]?.slice(0, 1) ?? []) : [])),
    ...walk(categories).map(pictureOfCategory),
    ...ofProducts.flatMap((images) => images.slice(0, 1)),
    ...ofProducts.flatMap((images) => images.slice(1)),
  ]
  return [...new Map(all.map((picture) => [picture.hash, picture])).values()]
}

const walk = (categories: DemoCategory[]): DemoCategory[] => categories.flatMap((category) => [category, ...walk(category.children ?? [])])

function planned({ emoji, tint, hue = 0, saturation = 1, brightness = 1 }: Picture, view: 1 | 2, alt: string): PlannedPicture {
  const recipe: PictureRecipe = { emoji, tint, hue, saturation, brightness, view }
  return { hash: recipeHash(recipe), recipe, alt }
}

/** Sixteen hex digits of what is drawn and by which version of the renderer: the same content has the same address for ever. */
function recipeHash(recipe: PictureRecipe): string {
  const content = [RENDERER_VERSION, recipe.emoji, recipe.tint, recipe.hue, recipe.saturation, recipe.brightness, recipe.view].join('|')
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}
