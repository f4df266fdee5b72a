// Answers each line, a document as a JSON string, with a line: {"tree": ...} or {"error": "why"}.
import readline from 'node:readline'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkFrontmatter)

function answer(text) {
  try {
    return {tree: processor.parse(text)}
  } catch (error) {
    return {error: String(error.reason ?? error)}
  }
}

// Programs of acorn hold bigints, which JSON does not know; nobody compares `data`.
const withoutData = (key, value) => (key === 'data' ? undefined : value)

for await (const line of readline.createInterface({input: process.stdin})) {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line)), withoutData) + '\n')
}
