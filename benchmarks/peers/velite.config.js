import {defineConfig, s} from 'velite'

export default defineConfig({
  root: 'content',
  output: {data: 'out', assets: 'assets', clean: true},
  collections: {
    guides: {
      name: 'Guide',
      pattern: '**/*.mdx',
      schema: s.object({
        title: s.string().optional(),
        description: s.string().optional(),
        body: s.mdx({copyLinkedFiles: false})
      })
    }
  }
})
