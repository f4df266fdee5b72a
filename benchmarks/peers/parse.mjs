// Parses files with one of the peers: node parse.mjs NAME ROUNDS FILE...
// Prints the seconds of CPU (of each file the best round), how many nodes the trees have and how many files were rejected.
import fs from 'node:fs'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import {mdxToMdast} from 'satteri'
import {unified} from 'unified'

const mdx = unified().use(remarkParse).use(remarkMdx).freeze()
const full = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkFrontmatter).freeze()
const parsers = {mdx: (text) => mdx.parse(text), full: (text) => full.parse(text), satteri: (text) => mdxToMdast(text)}

// A tree may be made only where it is looked at, so all of them are looked at.
function countNodes(root) {
  const nodes = [root]
  for (const node of nodes) for (const child of node.children ?? []) nodes.push(child)
  return nodes.length
}

function countAccepted(parse, text) {
  try {
    return countNodes(parse(text))
  } catch {
    return 0
  }
}

function cpuSeconds() {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1e6
}

const [name, rounds, ...files] = process.argv.slice(2)
const texts = files.map((file) => fs.readFileSync(file, 'utf8'))
const least = texts.map(() => Infinity)
let nodes, rejected
for (let round = 0; round < Number(rounds); round++) {
  nodes = rejected = 0
  texts.forEach((text, index) => {
    const start = cpuSeconds()
    const count = countAccepted(parsers[name], text)
    least[index] = Math.min(least[index], cpuSeconds() - start)
    nodes += count
    rejected += count === 0
  })
}
console.log(JSON.stringify({seconds: least.reduce((sum, one) => sum + one, 0), nodes, rejected}))
