import mdx from 'fumadocs-mdx/vite'
import {defineConfig} from 'vite'
import * as source from './source.config.js'

export default defineConfig({
  plugins: [mdx(source, {configPath: 'source.config.js'})],
  build: {ssr: 'fumadocs.js', outDir: 'out', minify: false},
  logLevel: 'error'
})
