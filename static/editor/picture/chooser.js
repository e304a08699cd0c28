/* The chooser of the picture library: one dialog, used by the editor's button and by the cover picture's field.
   portalPictures.choose(settings, options) resolves to {picture, alt, caption}, or to null when nothing was chosen.
   options: {words: true} asks what the picture shows here and its caption; {current: {id, alt, caption}} changes one. */
window.portalPictures = (function () {
  "use strict";

  function element(tag, attributes) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      if (attributes[name] !== false) made.setAttribute(name, attributes[name] === true ? "" : attributes[name]);
    });
    Array.prototype.slice.call(arguments, 2).forEach(function (child) { made.append(child); });
    return made;
  }

  function field(id, label, hint, control) {
    control.id = id;
    control.setAttribute("aria-describedby", id + "-hint");
    return element("div", { class: "chooser-field" },
      element("label", { for: id }, label), control, element("p", { id: id + "-hint", class: "chooser-hint" }, hint));
  }

  function build(settings, options) {
    var labels = settings.labels;
    var parts = {
      search: element("input", { type: "search", autocomplete: "off" }),
      heading: element("legend", {}, labels.recent),
      list: element("div", { class: "chooser-list" }),
      more: element("button", { type: "button", class: "button chooser-more", hidden: true }, labels.more),
      status: element("p", { class: "chooser-status", role: "status" }),
      alt: element("textarea", { rows: 2, maxlength: 300 }),
      caption: element("textarea", { rows: 2, maxlength: 500 }),
      chosen: element("p", { class: "chooser-chosen" }, labels.choose),
      words: element("div", { class: "chooser-words", hidden: true }),
      add: element("a", { href: settings.add, target: "_blank", rel: "noopener", class: "chooser-add" }, labels.add),
      submit: element("button", { value: "ok", class: "button default", disabled: true },
        !options.words ? labels.use : options.current ? labels.change : labels.insert),
      cancel: element("button", { type: "button", class: "button" }, labels.cancel),
      close: element("button", { type: "button", class: "chooser-close", "aria-label": labels.close }, "×")
    };
    parts.decorative = element("p", { class: "chooser-hint", hidden: true }, labels.decorative);
    parts.words.append(field("chooser-alt", labels.alt, labels.altHint, parts.alt), parts.decorative,
      field("chooser-caption", labels.caption, labels.captionHint, parts.caption));
    var side = element("div", { class: "chooser-side" }, parts.chosen, parts.words);
    parts.form = element("form", { method: "dialog" },
      element("header", {}, element("h2", { id: "chooser-title" }, options.current ? labels.titleChange : labels.title), parts.close),
      element("div", { class: "chooser-tools" }, field("chooser-search", labels.search, labels.searchHint, parts.search), parts.add),
      element("div", { class: "chooser-body" },
        element("fieldset", {}, parts.heading, parts.list, parts.status, parts.more), options.words ? side : ""),
      element("footer", {}, parts.cancel, parts.submit));
    parts.dialog = element("dialog", { class: "picture-chooser", "aria-labelledby": "chooser-title" }, parts.form);
    return parts;
  }

  function item(picture, checked) {
    var name = picture.caption || picture.alt || picture.name;
    return element("label", { class: "chooser-item" },
      element("input", { type: "radio", name: "picture", value: picture.id, checked: checked }),
      element("img", { src: picture.thumb, alt: "", loading: "lazy" }),
      element("span", { title: name }, name));
  }

  /* What the library answers; a login page in its place (the session has ended) counts as a failure. */
  function fetchPictures(settings, query, signal) {
    var headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
    return fetch(settings.url + "?" + new URLSearchParams(query), { signal: signal, headers: headers }).then(function (answer) {
      if (!answer.ok || answer.redirected) throw new Error("the library can't be reached");
      return answer.json();
    });
  }

  function choose(settings, options) {
    var labels = settings.labels, parts = build(settings, options), known = {}, chosen = null, next = null;
    var pending = null, timer = null;

    function load(before) {
      var words = parts.search.value.trim(), query = {};
      if (words) query.q = words;
      if (before) query.before = before;
      if (pending) pending.abort();
      pending = new AbortController();
      parts.status.textContent = labels.loading;
      return fetchPictures(settings, query, pending.signal).then(function (answer) {
        if (!before) parts.list.replaceChildren();
        answer.pictures.forEach(function (picture) {
          known[picture.id] = picture;
          parts.list.append(item(picture, Boolean(chosen) && chosen.id === picture.id));
        });
        next = answer.next;
        parts.more.hidden = !next;
        parts.heading.textContent = words ? labels.found : labels.recent;
        parts.status.textContent = parts.list.children.length ? "" : words ? labels.none : labels.empty;
      }).catch(function (error) {
        if (error.name !== "AbortError") parts.status.textContent = labels.failed;
      });
    }

    function take(picture, alt, caption) {
      chosen = picture;
      parts.submit.disabled = false;
      parts.words.hidden = false;
      parts.decorative.hidden = !picture.decorative;
      parts.chosen.replaceChildren(element("img", { src: picture.thumb, alt: "" }), element("span", {}, picture.name));
      parts.alt.value = alt || picture.alt;
      parts.caption.value = caption === undefined ? picture.caption : caption;
    }

    return new Promise(function (resolve) {
      function result() {
        if (parts.dialog.returnValue !== "ok" || !chosen) return null;
        var alt = parts.alt.value.trim().replace(/\s+/g, " ");
        /* The library's own words aren't repeated: when they are corrected there, they are corrected here. */
        return { picture: chosen, alt: alt === chosen.alt ? "" : alt, caption: parts.caption.value.trim() };
      }
      parts.list.addEventListener("change", function (event) { take(known[event.target.value]); });
      parts.list.addEventListener("dblclick", function () { if (chosen) parts.submit.click(); });
      parts.search.addEventListener("input", function () {
        clearTimeout(timer);
        timer = setTimeout(load, 250);
      });
      parts.search.addEventListener("keydown", function (event) {
        if (event.key !== "Enter") return;
        event.preventDefault();
        load();
      });
      parts.more.addEventListener("click", function () { load(next); });
      [parts.cancel, parts.close].forEach(function (button) {
        button.addEventListener("click", function () { parts.dialog.close(""); });
      });
      /* Whoever comes back from adding a picture in another tab finds it on top. */
      function refresh() { if (!parts.search.value) load(); }
      parts.add.addEventListener("click", function () { window.addEventListener("focus", refresh, { once: true }); });
      parts.dialog.addEventListener("close", function () {
        window.removeEventListener("focus", refresh);
        parts.dialog.remove();
        resolve(result());
      });
      document.body.append(parts.dialog);
      parts.dialog.showModal();
      parts.search.focus();
      load();
      if (options.current) {
        fetchPictures(settings, { id: options.current.id }).then(function (answer) {
          if (answer.pictures.length && !chosen) take(answer.pictures[0], options.current.alt, options.current.caption);
          var radio = parts.list.querySelector('input[value="' + options.current.id + '"]');
          if (radio) radio.checked = true;
        }).catch(function () { parts.status.textContent = labels.failed; });
      }
    });
  }

  return { choose: choose, thumb: function (settings, id) { return settings.thumb.replace("/0/", "/" + id + "/"); } };
})();
