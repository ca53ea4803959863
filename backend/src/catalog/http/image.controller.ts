import { Body, Controller, Delete, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { AddProductImage } from '../application/add-product-image.js';
import { OrderProductImages } from '../application/order-product-images.js';
import { RemoveProductImage } from '../application/remove-product-image.js';
import { RequestUpload } from '../application/request-upload.js';
import { ProductBackList } from '../infrastructure/reads/product-back-list.js';
import { failures } from './failures.js';
import { ImageOrder, ImageRequest, toTicketView, UploadRequest, UploadTicketView } from './image.dto.js';
import { BackProductView, toBackProductView } from './product.dto.js';

/** Pictures of products: a place to send one to, and what becomes of it. */
@Controller('backoffice')
export class ImageController {
  constructor(
    private readonly requestUpload: RequestUpload,
    private readonly addImage: AddProductImage,
    private readonly removeImage: RemoveProductImage,
    private readonly orderImages: OrderProductImages,
    private readonly products: ProductBackList,
  ) {}

  @Post('uploads')
  @Requires('product.edit')
  async request(@CurrentActor() actor: Actor, @Body() file: UploadRequest): Promise<UploadTicketView> {
    return toTicketView(valueOrFailure(await this.requestUpload.execute(actor, file), failures));
  }

  @Post('products/:id/images')
  @Requires('product.edit')
  async add(@Param('id', ParseUUIDPipe) id: string, @Body() { key }: ImageRequest): Promise<BackProductView> {
    valueOrFailure(await this.addImage.execute(id, key), failures);
    return this.product(id);
  }

  @Patch('products/:id/images')
  @Requires('product.edit')
  async order(@Param('id', ParseUUIDPipe) id: string, @Body() { imageIds }: ImageOrder): Promise<BackProductView> {
    valueOrFailure(await this.orderImages.execute(id, imageIds), failures);
    return this.product(id);
  }

  @Delete('products/:id/images/:imageId')
  @Requires('product.edit')
  async remove(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('imageId', ParseUUIDPipe) imageId: string,
  ): Promise<BackProductView> {
    valueOrFailure(await this.removeImage.execute(id, imageId), failures);
    return this.product(id);
  }

  private async product(id: string): Promise<BackProductView> {
    return toBackProductView(foundOr404(await this.products.one(id), 'product'));
  }
}
