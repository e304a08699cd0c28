// Remembers the text size in this browser (never a cookie: pages are the same for everybody) and offers to print.
(() => {
  const key = "co-chu";
  const sizes = document.querySelectorAll(`input[name="${key}"]`);
  let kept = null;
  try { kept = localStorage.getItem(key); } catch { /* storage is off: the choice holds for this page */ }
  for (const size of sizes) {
    if (size.value === kept) size.checked = true;
    size.addEventListener("change", () => { try { localStorage.setItem(key, size.value); } catch { /* as above */ } });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
