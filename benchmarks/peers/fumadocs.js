// What Vite bundles: all guides, compiled by Fumadocs.
export * from './.source/server'
