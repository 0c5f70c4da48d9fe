/** Builds widget, console and demo site into dist/, and holds the widget's size budgets. */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const LANGUAGES = ['en', 'de', 'ar', 'fr', 'es'];
/** Design §9, in bytes of gzip. */
// The chat's part comes while somebody writes the first words: with its end, files, pictures and receipt, and the words
// of all that.
// What is held of a person comes when somebody asks for it, or has withdrawn the consent.
const BUDGETS = { loader: 5 * 1024, panel: 20 * 1024, chat: 15 * 1024, data: 8 * 1024 };

const web = new URL('..', import.meta.url);
const at = (path) => new URL(path, web).pathname;

const common = {
  absWorkingDir: at('.'),
  bundle: true,
  minify: true,
  write: false,
  charset: 'utf8',
  legalComments: 'none',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  logLevel: 'warning',
};

async function buildWidget() {
  const panels = {};
  for (const language of LANGUAGES) {
    const plugins = [catalogueOf(language)];
    const chat = await script('widget/panel/chat-part.ts', { plugins });
    const chatFile = `chat-${language}-${hash(chat)}.js`;
    await put(`dist/widget/${chatFile}`, chat);
    hold(`chat (${language})`, chat, BUDGETS.chat);
    const data = await script('widget/panel/data-part.ts', { plugins });
    const dataFile = `data-${language}-${hash(data)}.js`;
    await put(`dist/widget/${dataFile}`, data);
    hold(`data (${language})`, data, BUDGETS.data);
    const panel = await script('widget/panel/main.ts', {
      plugins,
      define: { CHAT_FILE: JSON.stringify(chatFile), DATA_FILE: JSON.stringify(dataFile) },
    });
    panels[language] = `panel-${language}-${hash(panel)}.js`;
    await put(`dist/widget/${panels[language]}`, panel);
    hold(`panel (${language})`, panel, BUDGETS.panel);
  }
  const loader = await script('widget/loader/main.ts', {
    define: { PANEL_FILES: JSON.stringify(panels) },
  });
  await put('dist/widget/lethe.js', loader);
  hold('loader', loader, BUDGETS.loader);
}

/**
 * The console, and beside it what comes later: the page of privacy officers. What both need is a file of its
 * own, which is asked for with the first.
 */
async function buildConsole() {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: ['console/main.tsx'],
    outdir: 'dist/console',
    format: 'esm',
    splitting: true,
    metafile: true,
    entryNames: 'console-[hash]',
    chunkNames: 'part-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const outputs = Object.entries(metafile.outputs);
  const [script, { imports, cssBundle }] = outputs.find(
    ([, { entryPoint }]) => entryPoint === 'console/main.tsx',
  );
  const early = imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path);
  const first = [script, ...early];
  for (const { path, contents } of outputFiles) {
    await writeTo(path, contents);
  }
  const contentsOf = (name) => outputFiles.find(({ path }) => path === at(name)).contents;
  report('console (js)', ...first.map(contentsOf));
  report('console (css)', contentsOf(cssBundle));
  report(
    'console (js, when it is needed)',
    ...outputs
      .map(([name]) => name)
      .filter((name) => name.endsWith('.js') && !first.includes(name))
      .map(contentsOf),
  );
  const file = (path) => path.split('/').at(-1);
  const page = await readFile(at('console/page/index.html'), 'utf8');
  await put(
    'dist/console/index.html',
    page
      .replace('{{script}}', file(script))
      .replace('{{style}}', file(cssBundle))
      .replace(
        '{{early}}',
        early.map((path) => `<link rel="modulepreload" href="${file(path)}" />`).join(''),
      ),
  );
}

async function buildDemo() {
  await cp(at('demo/pages'), at('dist/demo'), { recursive: true });
  await put('dist/demo/shop.js', await script('demo/shop.ts', {}));
  const css = await build({ ...common, entryPoints: ['demo/shop.css'] });
  await put('dist/demo/shop.css', css.outputFiles[0].contents);
}

/** The documents of the interfaces, for whoever writes a client. */
async function copyDocuments() {
  await cp(at('../docs/api'), at('dist/docs'), { recursive: true });
}

/** One classic script; style sheets are bundled into it as text, with their imports. */
async function script(entry, options) {
  const { plugins = [], ...rest } = options;
  const { outputFiles } = await build({
    ...common,
    ...rest,
    entryPoints: [entry],
    format: 'iife',
    plugins: [...plugins, styleAsText],
  });
  return outputFiles[0].contents;
}

const styleAsText = {
  name: 'style-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ ...common, entryPoints: [path] });
      return { contents: outputFiles[0].text, loader: 'text', watchFiles: [path] };
    });
  },
};

function catalogueOf(language) {
  return {
    name: 'catalogue',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.\/messages\/(\w+\/)?en$/ }, ({ path }) => ({
        path: at(`widget/${path.replace(/^\.\.\/|en$/g, '')}${language}.ts`),
      }));
      onResolve({ filter: /\/words\/(\w+\/)?en$/ }, ({ path }) => ({
        path: at(path.replace(/^.*(words\/.*)en$/, `$1${language}.ts`)),
      }));
    },
  };
}

function hash(contents) {
  return createHash('sha256').update(contents).digest('hex').slice(0, 10);
}

function put(path, contents) {
  return writeTo(at(path), contents);
}

async function writeTo(target, contents) {
  await mkdir(new URL('.', `file://${target}`).pathname, { recursive: true });
  await writeFile(target, contents);
}

/**
 * What a browser fetches lies compressed beside the plain file, so that no server has to do it, and none has
 * a reason to compress what it makes for a request. Pages of the demo are filled in when they are sent.
 */
async function compress(folder) {
  const names = await readdir(at(folder), { recursive: true });
  const files = names.filter((name) => /\.(js|css|html|ya?ml)$/.test(name));
  await Promise.all(
    files.map(async (name) => {
      const contents = await readFile(at(`${folder}/${name}`));
      await put(`${folder}/${name}.gz`, gzipSync(contents, { level: 9 }));
      await put(`${folder}/${name}.br`, brotliCompressSync(contents));
    }),
  );
}

function hold(name, contents, budget) {
  const size = report(`${name}, of ${budget}`, contents);
  if (size > budget) {
    console.error(`${name} is ${size - budget} bytes over its budget`);
    process.exitCode = 1;
  }
}

function report(name, ...contents) {
  const sizes = contents.map((each) => gzipSync(each, { level: 9 }).length);
  const size = sizes.reduce((all, each) => all + each, 0);
  console.log(`${name}: ${size} bytes gzipped`);
  return size;
}

await rm(at('dist'), { recursive: true, force: true });
await Promise.all([buildWidget(), buildConsole(), buildDemo(), copyDocuments()]);
await Promise.all(['dist/widget', 'dist/console', 'dist/docs'].map(compress));
// Bundles carry no comments, so the licences of what is in them lie beside them.
await cp(at('../NOTICE'), at('dist/NOTICE'));
