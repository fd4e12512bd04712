// The wall answers the pointer and the arrow keys: it names a row, and a click or Enter opens it.
export default function ({ data, parentElement, setTriggerValue }) {
  const wall = parentElement.querySelector(".wall");
  const svg = parentElement.querySelector(".rows");
  const light = parentElement.querySelector(".light");
  const name = parentElement.querySelector(".name");
  svg.innerHTML = data.svg;
  svg.setAttribute("viewBox", data.box);
  parentElement.querySelector(".years").innerHTML = data.years;
  parentElement.querySelector(".counts").innerHTML = data.counts;
  const rows = data.rows;
  let at = -1;
  const show = (n) => {
    at = Math.max(0, Math.min(rows.length - 1, n));
    light.style.display = name.style.display = "block";
    light.style.top = `${(100 * at) / rows.length}%`;
    light.style.height = `${100 / rows.length}%`;
    name.textContent = rows[at][1];
    name.style.top = `min(calc(${(100 * at) / rows.length}% + 8px), calc(100% - 4rem))`;
    wall.setAttribute("aria-valuenow", at + 1);
    wall.setAttribute("aria-valuetext", rows[at][1]);
  };
  const hide = () => { light.style.display = name.style.display = "none"; };
  const open = () => { if (at >= 0) setTriggerValue("opened", rows[at][0]); };
  const place = (event) => {
    const box = svg.getBoundingClientRect();
    return Math.floor(((event.clientY - box.top) / box.height) * rows.length);
  };
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, PageDown: 10, PageUp: -10 };
  wall.setAttribute("aria-valuemax", rows.length);
  wall.onpointermove = (event) => show(place(event));
  wall.onpointerleave = hide;
  wall.onblur = hide;
  wall.onclick = (event) => { show(place(event)); open(); };
  wall.onkeydown = (event) => {
    if (event.key in steps) show(at + steps[event.key]);
    else if (event.key === "Home") show(0);
    else if (event.key === "End") show(rows.length - 1);
    else if (event.key === "Enter") open();
    else return;
    event.preventDefault();
  };
}
