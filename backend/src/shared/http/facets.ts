import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtension, ApiExtraModels } from '@nestjs/swagger';

export const FACETS = 'x-facets';

/** Says which class describes the facet counts a list travels with in `meta.facets`. */
export const FacetsOf = (view: Type) => applyDecorators(ApiExtraModels(view), ApiExtension(FACETS, view.name));
