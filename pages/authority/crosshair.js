// One date through all rows of the chart: the pointer chooses the nearest, arrow keys go from one to the next.
export default function ({ data, parentElement }) {
  const cross = parentElement.querySelector(".cross");
  const line = parentElement.querySelector(".line");
  const date = parentElement.querySelector(".date");
  const tags = parentElement.querySelector(".tags");
  const spoken = parentElement.querySelector(".spoken");
  const { stops, tops, titles } = data;
  let at = -1;
  const hide = () => {
    at = -1;
    cross.classList.remove("on");
    cross.setAttribute("aria-valuetext", "no date chosen");
    spoken.textContent = "";
  };
  const sentences = ([, words, reads]) =>
    [words, ...reads.flatMap(([said], n) => (said ? [`${titles[n]}: ${said}`] : []))].join(". ") + ".";
  const beside = (tag, x) => {
    const wide = cross.clientWidth;
    const right = x * wide + 7;
    const left = right + tag.offsetWidth > wide ? x * wide - 7 - tag.offsetWidth : right;
    tag.style.left = `${Math.max(0, Math.min(left, wide - tag.offsetWidth))}px`;
  };
  const row = ([words, x, y], n) => {
    if (x !== undefined) {
      const ring = tags.appendChild(document.createElement("i"));
      ring.style.left = `${100 * x}%`;
      ring.style.top = `${100 * y}%`;
    }
    if (!words) return null;
    const tag = tags.appendChild(document.createElement("span"));
    tag.textContent = words;
    tag.style.top = `${100 * tops[n]}%`;
    return tag;
  };
  const show = (n) => {
    if (!stops.length) return;
    at = Math.max(0, Math.min(stops.length - 1, n));
    const [x, words, reads] = stops[at];
    cross.classList.add("on");
    line.style.left = `${100 * x}%`;
    date.textContent = words;
    tags.replaceChildren();
    for (const tag of [date, ...reads.map(row)]) if (tag) beside(tag, x);
    cross.setAttribute("aria-valuenow", at + 1);
    cross.setAttribute("aria-valuetext", words);
  };
  const near = (event) => {
    const box = cross.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    let found = 0;
    stops.forEach((stop, n) => { if (Math.abs(stop[0] - x) < Math.abs(stops[found][0] - x)) found = n; });
    if (found !== at) show(found);
  };
  const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5 };
  cross.setAttribute("aria-valuemax", Math.max(1, stops.length));
  cross.onpointermove = near;
  cross.onpointerdown = near;
  cross.onpointerleave = hide;
  cross.onblur = hide;
  cross.onkeydown = (event) => {
    if (event.key in steps) show(at < 0 ? stops.length - 1 : at + steps[event.key]);
    else if (event.key === "Home") show(0);
    else if (event.key === "End") show(stops.length - 1);
    else if (event.key === "Escape" && at >= 0) hide();
    else return;
    event.preventDefault();
    if (at >= 0) spoken.textContent = sentences(stops[at]);
  };
  hide();
}
