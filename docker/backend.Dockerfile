# Two images from one build: `run` holds the API and the worker, `migrate` what a release does before they start.
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
RUN node scripts/build.mjs backend

FROM build AS migrate
USER node
CMD ["node", "scripts/migrate.mjs"]

FROM build AS dependencies
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim AS run
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=dependencies /app/package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/backend/package.json backend/
COPY --from=dependencies /app/backend/node_modules backend/node_modules
COPY --from=dependencies /app/backend/dist backend/dist
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "backend/dist/main.js"]
