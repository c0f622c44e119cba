# syntax=docker/dockerfile:1

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The scripts of the packages bring a Node of their own, which the image has already.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json rolldown.config.mjs ./
COPY schema ./schema
COPY src ./src
# Not through npm, which would look for the Node that --ignore-scripts left out.
RUN node node_modules/rolldown/bin/cli.mjs -c rolldown.config.mjs --log-level warn \
 && node node_modules/vite/bin/vite.js build --config src/console/vite.config.ts --logLevel warn

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
# Left to itself Node keeps 130 MB for what was just made and lets the rest grow to four times what is in use before it
# looks what can go: 100 MB more for a seventh less of processor time. The allocator keeps an arena for each thread.
ENV NODE_OPTIONS="--max-semi-space-size=16 --max-old-space-size=1024" MALLOC_ARENA_MAX=2
WORKDIR /app
# The only folder that is written to, apart from TMPDIR: the embedded store, where no DATABASE_URL is given.
RUN install -d -o node -g node /data && ln -s /data data
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY schema ./schema
# A short start: it shows that the image can, and leaves compiled code for the starts to come.
RUN HOST=127.0.0.1 DATABASE_URL=pglite: timeout --preserve-status 20 node dist/main.js > /dev/null
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
