'use server'

import { z } from 'zod'
import { createProduct } from '@/lib/catalog/create-product'
import { saveProduct } from '@/lib/catalog/save-product'
import { CreateProduct, SaveProduct } from '@/lib/catalog/write-schemas'
import { action } from '@/lib/web/action'
import { createdFields, savedFields } from './product-fields'

const fieldsAs = <S extends z.ZodType>(read: (fields: Record<string, unknown>) => unknown, schema: S) =>
  z.preprocess((fields) => read(fields as Record<string, unknown>), schema)

export const createProductAction = action(fieldsAs(createdFields, CreateProduct), createProduct, {
  redirectTo: ({ product_id }) => `/admin/products/${product_id}`,
})

export const saveProductAction = action(fieldsAs(savedFields, SaveProduct), saveProduct)
