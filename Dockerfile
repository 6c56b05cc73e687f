# Compiles, then keeps only what runs.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY migrations migrations
COPY src src
COPY commands commands
COPY playground playground
# The compiler is among the dependencies for `npm start`; nothing needs it here any more.
RUN npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf dist/.tsbuildinfo node_modules/typescript node_modules/@typescript

FROM node:24-slim
ENV NODE_ENV=production TZ=UTC HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
RUN install --directory --owner=node --group=node --mode=0700 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/migrations migrations
COPY --from=build /app/dist dist
# Read as they are, not compiled: the gazetteer and the page of the playground.
COPY --from=build /app/src/outside/gazetteer/gazetteer.json.gz src/outside/gazetteer/
COPY --from=build /app/playground/page/browser playground/page/browser
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Why so little memory: docs/decisions/070.
CMD ["node", "--max-old-space-size=192", "--max-semi-space-size=2", "dist/src/main.js"]
