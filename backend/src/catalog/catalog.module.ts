import { Module } from '@nestjs/common';
import { AddProductImage } from './application/add-product-image.js';
import { ArchiveProduct } from './application/archive-product.js';
import { Catalog } from './application/catalog.js';
import { ChangeBranch } from './application/change-branch.js';
import { ChangeCategory } from './application/change-category.js';
import { ChangeProduct } from './application/change-product.js';
import { CountStock } from './application/count-stock.js';
import { CreateBranch } from './application/create-branch.js';
import { CreateCategory } from './application/create-category.js';
import { CreateProduct } from './application/create-product.js';
import { DeleteBranch } from './application/delete-branch.js';
import { DeleteCategory } from './application/delete-category.js';
import { MakeThumbnails } from './application/make-thumbnails.js';
import { OrderProductImages } from './application/order-product-images.js';
import {
  Branches,
  Categories,
  CategoryTree,
  GroupedProducts,
  Pictures,
  ProductCards,
  ProductImages,
  ProductLists,
  Products,
  ShortageReads,
  StockCounts,
  StockLedger,
  Uploads,
} from './application/ports.js';
import { RemoveProductImage } from './application/remove-product-image.js';
import { RemoveUnusedUploads } from './application/remove-unused-uploads.js';
import { RequestUpload } from './application/request-upload.js';
import { Stock } from './application/stock.js';
import { BranchController } from './http/branch.controller.js';
import { CategoryController } from './http/category.controller.js';
import { ImageController } from './http/image.controller.js';
import { MediaController } from './http/media.controller.js';
import { ProductController } from './http/product.controller.js';
import { StockController } from './http/stock.controller.js';
import { ActiveBranches } from './infrastructure/active-branches.js';
import { CategoriesImport } from './infrastructure/categories-import.js';
import { ProductsImport } from './infrastructure/products-import.js';
import { FacetCounts } from './infrastructure/reads/facet-counts.js';
import { PlaceLists } from './infrastructure/reads/place-lists.js';
import { ProductBackList } from './infrastructure/reads/product-back-list.js';
import { ProductFilters } from './infrastructure/reads/product-filters.js';
import { PublishedMedia } from './infrastructure/reads/published-media.js';
import { SearchPlans } from './infrastructure/reads/search-plans.js';
import { SqlGroupedProducts } from './infrastructure/reads/sql-grouped-products.js';
import { SqlProductCards } from './infrastructure/reads/sql-product-cards.js';
import { SqlProductLists } from './infrastructure/reads/sql-product-lists.js';
import { SqlShortages } from './infrastructure/reads/sql-shortages.js';
import { StockList } from './infrastructure/reads/stock-list.js';
import { SharpPictures } from './infrastructure/sharp-pictures.js';
import { SqlBranches } from './infrastructure/sql-branches.js';
import { SqlCategories } from './infrastructure/sql-categories.js';
import { SqlCategoryTree } from './infrastructure/sql-category-tree.js';
import { SqlProductImages } from './infrastructure/sql-product-images.js';
import { SqlProducts } from './infrastructure/sql-products.js';
import { SqlStockCounts } from './infrastructure/sql-stock-counts.js';
import { SqlStockLedger } from './infrastructure/sql-stock-ledger.js';
import { SqlUploads } from './infrastructure/sql-uploads.js';
import { StockImport } from './infrastructure/stock-import.js';
import { ThumbnailJobs } from './infrastructure/thumbnail-jobs.js';
import { UploadChores } from './infrastructure/upload-chores.js';

const useCases = [
  AddProductImage,
  ArchiveProduct,
  ChangeBranch,
  ChangeCategory,
  ChangeProduct,
  CountStock,
  CreateBranch,
  CreateCategory,
  CreateProduct,
  DeleteBranch,
  DeleteCategory,
  MakeThumbnails,
  OrderProductImages,
  RemoveProductImage,
  RemoveUnusedUploads,
  RequestUpload,
];

const reads = [
  ActiveBranches,
  FacetCounts,
  PlaceLists,
  ProductBackList,
  ProductFilters,
  PublishedMedia,
  SearchPlans,
  SqlCategoryTree,
  StockList,
];

const imports = [CategoriesImport, ProductsImport, StockImport];

/** What is sold, and where it lies; lends `Catalog` and `Stock` to other contexts. */
@Module({
  controllers: [
    BranchController,
    CategoryController,
    ImageController,
    MediaController,
    ProductController,
    StockController,
  ],
  providers: [
    ...useCases,
    ...reads,
    ...imports,
    Catalog,
    Stock,
    ThumbnailJobs,
    UploadChores,
    { provide: Branches, useClass: SqlBranches },
    { provide: Categories, useClass: SqlCategories },
    { provide: CategoryTree, useExisting: SqlCategoryTree },
    { provide: GroupedProducts, useClass: SqlGroupedProducts },
    { provide: Pictures, useClass: SharpPictures },
    { provide: ProductCards, useClass: SqlProductCards },
    { provide: ProductImages, useClass: SqlProductImages },
    { provide: ProductLists, useClass: SqlProductLists },
    { provide: Products, useClass: SqlProducts },
    { provide: ShortageReads, useClass: SqlShortages },
    { provide: StockCounts, useClass: SqlStockCounts },
    { provide: StockLedger, useClass: SqlStockLedger },
    { provide: Uploads, useClass: SqlUploads },
  ],
  exports: [Catalog, Stock],
})
export class CatalogModule {}
