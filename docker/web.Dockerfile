# Both apps, and the proxy that puts them and the API behind one address.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY backend/package.json backend/
COPY api-client/package.json api-client/
COPY app-kit/package.json app-kit/
COPY design-system/package.json design-system/
COPY storefront/package.json storefront/
COPY backoffice/package.json backoffice/
COPY e2e/package.json e2e/
RUN npm ci --no-audit --no-fund
COPY prisma.config.ts ./
COPY prisma prisma
COPY scripts scripts
COPY backend backend
COPY api-client api-client
COPY app-kit app-kit
COPY design-system design-system
COPY storefront storefront
COPY backoffice backoffice
RUN node scripts/build.mjs storefront backoffice

FROM nginx:1.29-alpine
ENV API_ADDRESS=api:3000 S3_ORIGIN=http://s3.localhost:9000
COPY docker/nginx.conf.template /etc/nginx/templates/default.conf.template
COPY docker/page-headers.conf.template /etc/nginx/templates/page-headers.template
COPY --from=build /app/storefront/dist /srv/storefront
COPY --from=build /app/backoffice/dist /srv/backoffice
EXPOSE 80
