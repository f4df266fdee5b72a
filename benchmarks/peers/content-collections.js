import {defineCollection, defineConfig} from '@content-collections/core'
import {compileMDX} from '@content-collections/mdx'
import {z} from 'zod'

const guides = defineCollection({
  name: 'guides',
  directory: 'content',
  include: '**/*.mdx',
  schema: z.object({title: z.string().optional(), description: z.string().optional(), content: z.string()}),
  transform: async (guide, context) => ({...guide, body: await compileMDX(context, guide)})
})

export default defineConfig({content: [guides]})
