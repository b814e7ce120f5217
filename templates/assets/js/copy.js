/* Adds a button beside each address and reference that a reader may want to copy, and says when it is done.
   Where the browser has no clipboard to write to, nothing is added: the texts can be selected. */
for (const place of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const button = document.createElement("button");
  const told = document.createElement("span");
  button.type = "button";
  button.className = "copy";
  button.textContent = place.dataset.copy;
  told.className = "copy-told";
  told.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    told.textContent = "";
    try {
      // An address is copied as it is shown, which is where the site belongs; a bare path as it is served.
      const text = place.textContent.trim();
      await navigator.clipboard.writeText(text.startsWith("/") ? place.href : text);
      told.textContent = document.querySelector("[data-copied]").dataset.copied;
    } catch {
      getSelection().selectAllChildren(place);
    }
  });
  place.after(button, told);
}
