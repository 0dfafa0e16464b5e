import { PICTURE_LIMIT_BYTES } from '@/lib/catalog/picture-bytes'
import { AddPicture, PicturesOf, ProductPictures, SetPictures } from '@/lib/catalog/picture-schemas'
import { addPicture, listPictures, setPictures } from '@/lib/catalog/set-pictures'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/products/{product_id}/pictures', {
  summary: 'The pictures of a product in their order, with the variants that show them',
  input: PicturesOf,
  output: ProductPictures,
  run: listPictures,
  isPersonal: true,
})

export const POST = route('POST /api/v1/admin/products/{product_id}/pictures', {
  summary: 'Add a picture: the body is a JPEG, PNG or WebP file of at most 10 MB',
  input: AddPicture,
  output: ProductPictures,
  run: addPicture,
  isPersonal: true,
  file: { limitBytes: PICTURE_LIMIT_BYTES, needs: 'catalog.write' },
  status: 201,
})

export const PUT = route('PUT /api/v1/admin/products/{product_id}/pictures', {
  summary: 'Order the pictures of a product, describe them, give them to variants, and remove those that are left out',
  input: SetPictures,
  output: ProductPictures,
  run: setPictures,
  isPersonal: true,
})
