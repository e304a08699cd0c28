/* Pictures of the library in CKEditor. In the text they are <figure data-image="12" data-alt="…"><figcaption>…; the
   <img> that the writer sees exists only in the editor and is never sent. */
(function () {
  "use strict";

  function image(editor, id, alt) {
    return new CKEDITOR.htmlParser.element("img", { src: portalPictures.thumb(editor.config.portalPictures, id), alt: alt || "" });
  }

  function upcast(editor, figure) {
    if (figure.name !== "figure" || !/^\d{1,12}$/.test(figure.attributes["data-image"] || "")) return false;
    var caption = figure.getFirst("figcaption") || new CKEDITOR.htmlParser.element("figcaption", {});
    figure.children.length = 0;
    figure.add(image(editor, figure.attributes["data-image"], figure.attributes["data-alt"]));
    figure.add(caption);
    return true;
  }

  function downcast(widget, figure) {
    var shown = figure.getFirst("img"), caption = figure.getFirst("figcaption");
    if (shown) shown.remove();
    if (caption && !widget.editables.caption.getData().trim()) caption.remove();
    return figure;
  }

  function html(editor, choice) {
    var attributes = { "data-image": String(choice.picture.id) };
    if (choice.alt) attributes["data-alt"] = CKEDITOR.tools.htmlEncodeAttr(choice.alt);
    var figure = new CKEDITOR.htmlParser.element("figure", attributes);
    var caption = new CKEDITOR.htmlParser.element("figcaption", {});
    caption.add(new CKEDITOR.htmlParser.text(CKEDITOR.tools.htmlEncode(choice.caption)));
    figure.add(caption);
    return figure.getOuterHtml();
  }

  function insert(editor) {
    var selection = editor.getSelection(), bookmarks = selection && selection.getRanges().length ? selection.createBookmarks2(true) : null;
    portalPictures.choose(editor.config.portalPictures, { words: true }).then(function (choice) {
      editor.focus();
      if (bookmarks) editor.getSelection().selectBookmarks(bookmarks);
      if (!choice) return;
      editor.insertHtml(html(editor, choice));
      writeOn(editor);
    });
  }

  /* Puts the cursor behind the new picture: while it stayed selected, the next key or table would replace it. */
  function writeOn(editor) {
    var widget = editor.widgets.focused;
    if (!widget) return;
    var next = widget.wrapper.getNext(function (node) { return node.type === CKEDITOR.NODE_ELEMENT && !node.hasAttribute("data-cke-temp"); });
    if (!next || !next.is("p")) {
      next = editor.document.createElement("p");
      next.appendBogus();
      next.insertAfter(widget.wrapper);
    }
    var range = editor.createRange();
    range.moveToElementEditStart(next);
    range.select();
    editor.fire("saveSnapshot");
  }

  function change(editor, widget) {
    var figure = widget.element, caption = widget.editables.caption;
    var current = { id: figure.getAttribute("data-image"), alt: figure.getAttribute("data-alt"), caption: caption.getText().trim() };
    portalPictures.choose(editor.config.portalPictures, { words: true, current: current }).then(function (choice) {
      editor.focus();
      if (!choice) return;
      editor.fire("saveSnapshot");
      figure.setAttribute("data-image", choice.picture.id);
      if (choice.alt) figure.setAttribute("data-alt", choice.alt);
      else figure.removeAttribute("data-alt");
      widget.parts.image.setAttribute("src", portalPictures.thumb(editor.config.portalPictures, choice.picture.id));
      widget.parts.image.removeAttribute("data-cke-saved-src");
      widget.parts.image.setAttribute("alt", choice.alt);
      /* A caption with emphasis or a link stays as it is unless its words were changed. */
      if (choice.caption !== current.caption) caption.setData(CKEDITOR.tools.htmlEncode(choice.caption));
      editor.fire("saveSnapshot");
    });
  }

  /* A new table starts with a row of headings, as screen readers need it. */
  CKEDITOR.on("dialogDefinition", function (event) {
    if (event.data.name === "table") event.data.definition.getContents("info").get("selHeaders")["default"] = "row";
  });

  /* Links lead to web pages; nobody has an address of the others any more. */
  CKEDITOR.on("dialogDefinition", function (event) {
    if (event.data.name !== "link") return;
    var protocol = event.data.definition.getContents("info").get("protocol");
    protocol.items = protocol.items.filter(function (item) { return !/^(ftp|news):/.test(item[item.length - 1]); });
  });

  CKEDITOR.plugins.add("picture", {
    requires: "widget",
    init: function (editor) {
      var labels = editor.config.portalPictures.labels;
      editor.widgets.add("picture", {
        allowedContent: "figure[!data-image,data-alt]; figcaption",
        requiredContent: "figure[data-image]",
        pathName: labels.picture,
        parts: { image: "img" },
        editables: { caption: { selector: "figcaption", allowedContent: "strong em sub sup; a[!href]", pathName: labels.caption } },
        upcast: function (figure) { return upcast(editor, figure); },
        downcast: function (figure) { return downcast(this, figure); },
        insert: function () { insert(editor); },
        init: function () { this.on("edit", function () { change(editor, this); }); },
        getLabel: function () { return labels.picture + " " + (this.element.getAttribute("data-alt") || this.editables.caption.getText()); }
      });
      /* Words that CKEditor's own Vietnamese lacks or uses twice. */
      var words = editor.config.portalWords;
      Object.keys(words).forEach(function (part) {
        if (editor.lang[part]) CKEDITOR.tools.extend(editor.lang[part], words[part], true);
      });
      editor.ui.addButton("Picture", { label: labels.button, command: "picture", toolbar: "insert", icon: this.path + "icon.svg" });
    }
  });
})();
