/* The cover picture's field: the plain select becomes a preview with the library's chooser. */
(function () {
  "use strict";

  function button(label, action) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = label;
    made.addEventListener("click", action);
    return made;
  }

  function enhance(box) {
    var settings = JSON.parse(box.dataset.coverChooser), labels = settings.labels, select = box.querySelector("select");
    var preview = box.querySelector("img") || document.createElement("img"), name = document.createElement("p");
    preview.className = "cover-preview";
    preview.alt = "";
    name.setAttribute("role", "status");
    var choose = button(labels.chooseCover, function () {
      portalPictures.choose(settings, { words: false }).then(function (choice) {
        if (choice) take(choice.picture);
        choose.focus();
      });
    });
    var remove = button(labels.removeCover, function () {
      select.value = "";
      changed();
      choose.focus();
    });

    function take(picture) {
      var id = String(picture.id);
      if (!Array.prototype.some.call(select.options, function (option) { return option.value === id; })) {
        select.add(new Option(picture.name, id));
      }
      select.value = id;
      changed();
    }

    function changed() {
      show();
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function show() {
      var id = select.value;
      preview.hidden = remove.hidden = !id;
      if (id) preview.src = portalPictures.thumb(settings, id);
      name.textContent = id ? select.selectedOptions[0].textContent : labels.noCover;
      choose.textContent = id ? labels.changeCover : labels.chooseCover;
    }

    /* The form's label and its errors keep pointing at the select, which stays in place but out of sight. */
    select.classList.add("cover-select");
    select.tabIndex = -1;
    select.setAttribute("aria-hidden", "true");
    var actions = document.createElement("div");
    actions.className = "cover-actions";
    actions.append(choose, remove);
    box.append(preview, name, actions);
    show();
  }

  function start() { document.querySelectorAll("[data-cover-chooser]").forEach(enhance); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
