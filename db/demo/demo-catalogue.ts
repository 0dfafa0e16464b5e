import { categories as electronics, products as electronicsProducts } from './catalogue/electronics'
import { categories as fashion, products as fashionProducts } from './catalogue/fashion'
import { categories as home, products as homeProducts } from './catalogue/home'
import type { DemoCategory, DemoProduct } from './types'

/** The departments in the order in which the shop shows them. */
export const demoCategories: DemoCategory[] = [...home, ...fashion, ...electronics]

export const demoProducts: DemoProduct[] = [...homeProducts, ...fashionProducts, ...electronicsProducts]
