import {defineConfig, defineDocs} from 'fumadocs-mdx/config'
import {z} from 'zod'

const schema = z.object({title: z.string().optional(), description: z.string().optional()})

export const guides = defineDocs({dir: 'content', docs: {schema}})

// Images are left alone, as the other tools leave them.
export default defineConfig({mdxOptions: {remarkImageOptions: false}})
