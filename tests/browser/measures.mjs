// What is measured within a page. Each function is sent to the browser on its own, so none uses another.

// What is wrong with the layout of the page and its tables.
export function geometry() {
  const wrong = [];
  const slack = 1;
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page is wider than the window");
  for (const table of document.querySelectorAll("table")) {
    const cells = [...table.querySelectorAll("th, td")];
    const boxes = new Map(cells.map((cell) => [cell, cell.getBoundingClientRect()]));
    const name = (cell) => `${table.className} ${cell.id || cell.textContent.trim()}`;
    for (const [index, one] of cells.entries()) {
      const a = boxes.get(one);
      for (const other of cells.slice(index + 1)) {
        const b = boxes.get(other);
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > slack && down > slack) wrong.push(`${name(one)} overlaps ${name(other)}`);
      }
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = document.createRange();
        text.selectNodeContents(texts.currentNode);
        const t = text.getBoundingClientRect();
        const inside = t.left >= a.left && t.right <= a.right && t.top >= a.top && t.bottom <= a.bottom;
        const forVoices = texts.currentNode.parentElement.closest(".unseen");
        if (t.width > 0 && !inside && !forVoices) wrong.push(`the text of ${name(one)} leaves its cell`);
      }
      for (const id of (one.getAttribute("headers") ?? "").split(" ").filter(Boolean)) {
        const head = document.getElementById(id);
        const h = boxes.get(head);
        const over = a.left >= h.left - slack && a.right <= h.right + slack && a.top >= h.bottom - slack;
        const beside = a.top >= h.top - slack && a.bottom <= h.bottom + slack && a.left >= h.right - slack;
        if (!(head.scope === "col" ? over : beside)) wrong.push(`${name(one)} is not at its label ${name(head)}`);
      }
      const value = one.querySelector(".said");
      if (value && a.right - value.getBoundingClientRect().right > 10) wrong.push(`${name(one)} is not at the right`);
    }
  }
  return wrong;
}

// The cells of a table, and where they stand in its picture.
export function boxes(table) {
  const whole = table.getBoundingClientRect();
  return [...table.querySelectorAll("th, td")].map((cell) => {
    const own = cell.getBoundingClientRect();
    return {
      id: cell.id, marked: cell.classList.contains("about"),
      left: own.left - whole.left, top: own.top - whole.top, width: own.width, height: own.height,
    };
  });
}

// How many pixels differ between two pictures of a table, in each of its cells.
export async function differences({ one, other, cells }) {
  const read = async (data) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    return canvas.getImageData(0, 0, picture.width, picture.height);
  };
  const [a, b] = [await read(one), await read(other)];
  const sizes = [a, b].map(({ width, height }) => `${width} × ${height}`);
  if (sizes[0] !== sizes[1]) return { sizes };
  const pixels = Object.fromEntries(cells.map((cell) => [cell.id, 0]));
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      const at = 4 * (y * a.width + x);
      if ([0, 1, 2].every((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) < 8)) continue;
      const cell = cells.find((c) => x >= c.left && x < c.left + c.width && y >= c.top && y < c.top + c.height);
      pixels[cell?.id ?? "between cells"] = (pixels[cell?.id ?? "between cells"] ?? 0) + 1;
    }
  }
  return { sizes, pixels };
}

// What has the focus, and whether it is seen to have it.
export function focused() {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const own = element.getBoundingClientRect();
  return {
    tag: element.tagName, class: element.className, href: element.getAttribute("href"),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    within: own.bottom > 0 && own.top < innerHeight && own.right > 0 && own.left < innerWidth,
  };
}

// Whether what a link leads to is in view, and whether the link still is.
export function reached(from) {
  const inView = (element) => {
    const own = element.getBoundingClientRect();
    const middle = document.elementFromPoint(own.left + own.width / 2, own.top + own.height / 2);
    return own.height > 0 && middle !== null && (element.contains(middle) || middle.contains(element));
  };
  const target = document.querySelector(":target");
  const right = target !== null && `#${target.id}` === from.getAttribute("href");
  return { right, seen: right && inView(target), left: inView(from) };
}
