import type { Failures } from '../../shared/http/failure.js';
import type { AddProductImageError } from '../application/add-product-image.js';
import type { ChangeBranchError } from '../application/change-branch.js';
import type { ChangeCategoryError } from '../application/change-category.js';
import type { ChangeProductError } from '../application/change-product.js';
import type { CountStockError } from '../application/count-stock.js';
import type { DeleteBranchError } from '../application/delete-branch.js';
import type { DeleteCategoryError } from '../application/delete-category.js';
import type { OrderProductImagesError } from '../application/order-product-images.js';
import type { RequestUploadError } from '../application/request-upload.js';

type CatalogError =
  | AddProductImageError
  | ChangeBranchError
  | ChangeCategoryError
  | ChangeProductError
  | CountStockError
  | DeleteBranchError
  | DeleteCategoryError
  | OrderProductImagesError
  | RequestUploadError
  | { readonly code: 'image.not_found' };

export const failures: Failures<CatalogError['code']> = {
  'product.not_found': { status: 404, message: 'There is no such product' },
  'product.sku_taken': { status: 422, message: 'Another product has this SKU' },
  'product.category_unknown': { status: 422, message: 'There is no such category' },
  'product.gtin_invalid': { status: 422, message: 'This is not a GTIN; check its digits' },
  'product.unit_amount_invalid': { status: 422, message: 'Amounts of a unit are above zero, with up to 3 decimals' },
  'product.unit_repeated': { status: 422, message: 'The same unit is there twice' },
  'product.minimum_off_step': { status: 422, message: 'The minimum of a unit must be a multiple of its step' },
  'product.base_unit_missing': { status: 422, message: 'The base unit must be one of the units' },
  'product.base_unit_factor': { status: 422, message: 'The base unit holds exactly one of itself' },
  'category.not_found': { status: 404, message: 'There is no such category' },
  'category.code_taken': { status: 422, message: 'Another category has this code' },
  'category.slug_taken': { status: 422, message: 'Another category has this address' },
  'category.parent_unknown': { status: 422, message: 'There is no such category to put it under' },
  'category.cycle': { status: 422, message: 'A category cannot lie below itself' },
  'category.not_empty': { status: 422, message: 'The category still holds products or categories' },
  'branch.not_found': { status: 404, message: 'There is no such branch' },
  'branch.code_taken': { status: 422, message: 'Another branch has this code' },
  'branch.in_use': { status: 422, message: 'The branch holds or held stock; make it inactive instead' },
  'stock.unknown_lines': { status: 422, message: 'Some lines name products or branches we do not know' },
  'stock.repeated_line': { status: 422, message: 'The same product and branch were counted twice' },
  'upload.type_not_accepted': { status: 422, message: 'Pictures are JPEG, PNG or WebP' },
  'upload.too_large': { status: 422, message: 'The file is too large' },
  'upload.not_found': { status: 404, message: 'This key was not handed out here' },
  'upload.expired': { status: 422, message: 'The time to upload this file is over; ask for a new place' },
  'upload.already_used': { status: 422, message: 'This file was used already' },
  'image.not_found': { status: 404, message: 'The product has no such picture' },
  'image.not_uploaded': { status: 422, message: 'The file did not arrive; send it again' },
  'image.wrong_size': { status: 422, message: 'What arrived is not as large as the file that was announced' },
  'image.wrong_type': { status: 422, message: 'What arrived is not the kind of picture that was announced' },
  'image.too_many': { status: 422, message: 'The product has as many pictures as it can have' },
  'image.order_incomplete': { status: 422, message: 'Name each picture of the product once' },
};
