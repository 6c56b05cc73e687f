import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import * as ast from 'typescript/unstable/ast'
import { createVirtualFileSystem } from 'typescript/unstable/fs'
import { API } from 'typescript/unstable/sync'

export interface Import {
  /** A path of the repository, or the name of a package, `node:` ones included. */
  readonly of: string
  readonly inside: boolean
  /** Nothing of it is left when the program runs. */
  readonly types: boolean
}

/** Something in a file that not every file may hold. */
export interface Mark {
  readonly is: 'environment' | 'clock' | 'class' | 'act' | 'sentence' | 'barrel'
  readonly line: number
  readonly text: string
}

export interface Source {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly marks: readonly Mark[]
}

/** Files by their path from the top of the repository. */
export type Files = Readonly<Record<string, string>>

export const readFiles = (top: URL, folders: readonly string[]): Files =>
  Object.fromEntries(
    folders.flatMap((folder) =>
      readdirSync(new URL(folder, top), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => posix.join(folder, name))
        .map((path) => [path, readFileSync(new URL(path, top), 'utf8')]),
    ),
  )

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const importOf = (path: string, specifier: string, types: boolean): Import =>
  specifier.startsWith('.')
    ? { of: posix.join(posix.dirname(path), specifier), inside: true, types }
    : { of: packageOf(specifier), inside: false, types }

const onlyTypes = (node: ast.ImportDeclaration): boolean => {
  const clause = node.importClause
  if (!clause) return false
  if (clause.phaseModifier === ast.SyntaxKind.TypeKeyword) return true
  const { name, namedBindings } = clause
  return (
    !name &&
    namedBindings !== undefined &&
    ast.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  )
}

const importsOf = (path: string, node: ast.Node): readonly Import[] => {
  if (ast.isImportDeclaration(node) && ast.isStringLiteral(node.moduleSpecifier))
    return [importOf(path, node.moduleSpecifier.text, onlyTypes(node))]
  if (ast.isExportDeclaration(node) && node.moduleSpecifier && ast.isStringLiteral(node.moduleSpecifier))
    return [importOf(path, node.moduleSpecifier.text, node.isTypeOnly)]
  if (ast.isCallExpression(node) && node.expression.kind === ast.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments
    return specifier && ast.isStringLiteral(specifier) ? [importOf(path, specifier.text, false)] : []
  }
  return []
}

const isText = (node: ast.Node): node is ast.StringLiteral =>
  ast.isStringLiteral(node) ||
  ast.isNoSubstitutionTemplateLiteral(node) ||
  ast.isTemplateHead(node) ||
  ast.isTemplateMiddle(node) ||
  ast.isTemplateTail(node)

/** Two words or more, and French by its accents or its typography. */
const isSentence = (text: string): boolean =>
  /\p{L}['’\s\u00a0]+\p{L}/u.test(text) && /[àâæçéèêëîïôœùûü’«»…]/iu.test(text)

const isErrorClass = (node: ast.ClassDeclaration | ast.ClassExpression): boolean =>
  node.heritageClauses?.some((clause) => /^extends\s+\w*Error\b/.test(clause.getText())) ?? false

const effects =
  /^(process\.(on|once|exit|chdir)|set(Timeout|Interval|Immediate)|fetch|readFileSync|writeFileSync|mkdirSync|.*\.listen)$/

const holdsNoAct = new Set<ast.SyntaxKind>([
  ast.SyntaxKind.ImportDeclaration,
  ast.SyntaxKind.ExportDeclaration,
  ast.SyntaxKind.ExportAssignment,
  ast.SyntaxKind.InterfaceDeclaration,
  ast.SyntaxKind.TypeAliasDeclaration,
  ast.SyntaxKind.FunctionDeclaration,
  ast.SyntaxKind.ClassDeclaration,
  ast.SyntaxKind.VariableStatement,
  ast.SyntaxKind.ModuleDeclaration,
])

const kindOf = (node: ast.Node, whenImported: boolean): Mark['is'] | undefined => {
  if (ast.isPropertyAccessExpression(node) && node.getText() === 'process.env') return 'environment'
  if (ast.isCallExpression(node)) {
    const called = node.expression.getText()
    if (/^(Date\.now|Temporal\.Now\..*)$/.test(called)) return 'clock'
    if (whenImported && effects.test(called)) return 'act'
  }
  if (ast.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'clock'
  if ((ast.isClassDeclaration(node) || ast.isClassExpression(node)) && !isErrorClass(node)) return 'class'
  if (whenImported && ast.isAwaitExpression(node)) return 'act'
  if (ast.isExportDeclaration(node) && !node.exportClause) return 'barrel'
  return isText(node) && isSentence(node.text) ? 'sentence' : undefined
}

const sourceOf = (path: string, file: ast.SourceFile): Source => {
  const imports: Import[] = []
  const marks: Mark[] = []
  const mark = (is: Mark['is'], node: ast.Node): void => {
    const start = node.getStart(file)
    const text = file.text.slice(start, node.end).split('\n', 1)[0] ?? ''
    marks.push({ is, line: file.getLineAndCharacterOfPosition(start).line + 1, text })
  }
  const visit = (node: ast.Node, whenImported: boolean): void => {
    imports.push(...importsOf(path, node))
    const is = kindOf(node, whenImported)
    if (is) mark(is, node)
    const inside = whenImported && !ast.isFunctionLikeDeclaration(node)
    node.forEachChild((child) => visit(child, inside))
  }
  for (const statement of file.statements) {
    if (!holdsNoAct.has(statement.kind)) mark('act', statement)
    visit(statement, true)
  }
  return { path, lines: file.text.trimEnd().split('\n').length, imports, marks }
}

/** Reads each file by itself, without its types: what is asked here is written in the text. */
export const readSources = (files: Files): readonly Source[] => {
  const top = '/house'
  const paths = Object.keys(files)
  const config = { compilerOptions: { noResolve: true, noLib: true, types: [] }, files: paths }
  const api = new API({
    cwd: top,
    fs: createVirtualFileSystem({
      [`${top}/tsconfig.json`]: JSON.stringify(config),
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${top}/${path}`, text])),
    }),
  })
  try {
    const [project] = api.updateSnapshot({ openProjects: [`${top}/tsconfig.json`] }).getProjects()
    return paths.map((path) => {
      const file = project?.program.getSourceFile(`${top}/${path}`)
      if (!file) throw new Error(`not read: ${path}`)
      return sourceOf(path, file)
    })
  } finally {
    api.close()
  }
}
