import { demoCategories, demoProducts } from './demo-catalogue'
import { type PictureRecipe, planPictures } from './pictures'

let recipes: Map<string, PictureRecipe> | undefined

/** The recipe of a demo picture, or null when the hash is none of ours. The plan is made once per process, at the first question. */
export function findRecipe(hash: string): PictureRecipe | null {
  recipes ??= new Map(planPictures(demoCategories, demoProducts).map((picture) => [picture.hash, picture.recipe]))
  return recipes.get(hash) ?? null
}
