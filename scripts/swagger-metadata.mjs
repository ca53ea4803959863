import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const backend = fileURLToPath(new URL('../backend', import.meta.url));

/** Writes down the property and return types that SWC erases, so DTOs need no @ApiProperty. */
export async function writeSwaggerMetadata(target = `${backend}/src/openapi.metadata.ts`) {
  const { default: ts } = await import('typescript');
  const { ReadonlyVisitor } = await import('@nestjs/swagger/plugin');
  const visitor = new ReadonlyVisitor({
    pathToSource: `${backend}/src`,
    introspectComments: true,
    esmCompatible: true,
  });
  const program = ReadonlyVisitor.createTsProgram(`${backend}/tsconfig.json`);
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${backend}/src`));
  sources.forEach((source) => visitor.visit(program, source));

  const printer = ts.createPrinter();
  const blank = ts.createSourceFile('', '', ts.ScriptTarget.Latest);
  const print = (value) =>
    'kind' in value
      ? printer.printNode(ts.EmitHint.Unspecified, value, blank)
      : `{ ${Object.entries(value)
          .map(([key, inner]) => `${key}: ${print(inner)}`)
          .join(', ')} }`;
  const printAll = (files) => files.map(([file, classes]) => `      [${print(file)}, ${print(classes)}],`).join('\n');

  const { models, controllers } = visitor.collect();
  const types = Object.entries(visitor.typeImports).map(([path, load]) => `    ${JSON.stringify(path)}: ${load},`);
  const lines = [
    'export default async () => {',
    '  const t = {',
    ...types,
    '  };',
    "  return { '@nestjs/swagger': {",
    `    models: [\n${printAll(models)}\n    ],`,
    `    controllers: [\n${printAll(controllers)}\n    ],`,
    '  } };',
    '};',
  ];
  writeFileSync(target, `${lines.join('\n')}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeSwaggerMetadata();
