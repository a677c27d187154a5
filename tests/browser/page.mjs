// What headless Chromium sees of pages: node page.mjs CHROMIUM PAGE... prints measurements as JSON, and writes
// pictures and PDFs beside the pages. tests/test_page_in_chromium.py judges them. Of the pages, marked.html and
// plain.html show one report with findings and without.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { boxes, differences, focused, geometry, reached } from "./measures.mjs";

const [executablePath, ...files] = process.argv.slice(2);
const args = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
// What a scheme of colours can change.
const ofColour = ["cat.color"];
const wide = { width: 1440, height: 900 };
const narrow = { width: 320, height: 640 };

const browser = await chromium.launch({ executablePath, args });

async function opened(file, options, work) {
  // The page's policy lets no script run; axe is one.
  const context = await browser.newContext({ viewport: wide, reducedMotion: "reduce", bypassCSP: true, ...options });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    return await work(page);
  } finally {
    await context.close();
  }
}

async function violations(page, values) {
  await page.locator("details").evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    async (tags) => await axe.run({ runOnly: { type: "tag", values: tags } }), values,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}: ${node.failureSummary}`));
}

async function pictures(file, colorScheme) {
  return await opened(file, { colorScheme }, async (page) => {
    // What stands above the tables would move them by parts of a pixel.
    await page.addStyleTag({ content: ".findings, .legend { display: none; }" });
    const taken = {};
    for (const table of await page.locator("table").all()) {
      const name = await table.getAttribute("class");
      const path = file.replace(/\.html$/, `-${colorScheme}-${name}.png`);
      taken[name] = { path, cells: await table.evaluate(boxes) };
      await table.screenshot({ path });
    }
    return taken;
  });
}

async function tabs(page) {
  const stops = [];
  for (let count = 0; count < 40; count++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(focused));
  }
  return stops;
}

async function follow(page, link) {
  const from = await page.$(link);
  if (from === null) return null;
  await from.press("Enter");
  return await from.evaluate(reached);
}

async function links(page) {
  return {
    cell: await follow(page, "td.reported a.said"),
    back: await follow(page, ".source .place:target"),
    mark: await follow(page, "a.mark"),
    note: await follow(page, "a.mark.info"),
  };
}

async function seen(file) {
  const asked = [];
  const said = [];
  const listening = (work) => async (page) => {
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    await page.reload();
    return work(page);
  };
  return {
    axe: {
      light: await opened(file, { colorScheme: "light" }, (page) => violations(page, rules)),
      dark: await opened(file, { colorScheme: "dark" }, (page) => violations(page, ofColour)),
    },
    geometry: {
      wide: await opened(file, { bypassCSP: false }, listening((page) => page.evaluate(geometry))),
      narrow: await opened(file, { viewport: narrow }, (page) => page.evaluate(geometry)),
    },
    tabs: await opened(file, {}, tabs),
    ...(await only[basename(file)]?.(file)),
    asked,
    said,
  };
}

// What is measured of one page alone.
const only = {
  "states.html": async (file) => ({
    links: { wide: await opened(file, {}, links), narrow: await opened(file, { viewport: narrow }, links) },
  }),
  "numbered.html": async (file) => ({ pdf: await opened(file, {}, (page) => printed(page, file)) }),
  "marked.html": async (file) => ({
    light: await pictures(file, "light"),
    dark: await pictures(file, "dark"),
  }),
};
only["plain.html"] = only["marked.html"];

async function printed(page, file) {
  const path = file.replace(/\.html$/, ".pdf");
  await page.pdf({ path, preferCSSPageSize: true });
  return path;
}

// What differs between the pictures of a page and those of another, table by table.
async function compared(marked, plain) {
  return await opened(files[0], {}, async (page) => {
    const found = {};
    for (const [table, { path, cells }] of Object.entries(marked)) {
      const [one, other] = [path, plain[table].path].map((picture) => readFileSync(picture, "base64"));
      found[table] = { path, cells, ...(await page.evaluate(differences, { one, other, cells })) };
    }
    return found;
  });
}

try {
  const pages = Object.fromEntries(
    await Promise.all(files.map(async (file) => [basename(file, ".html"), await seen(file)])),
  );
  const differing = {
    light: await compared(pages.marked.light, pages.plain.light),
    dark: await compared(pages.marked.dark, pages.plain.dark),
  };
  process.stdout.write(JSON.stringify({ pages, differing }));
} finally {
  await browser.close();
}
