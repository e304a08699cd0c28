"""What an article's text may contain. The cleaner and the editor's toolbar are both made from this one list."""

TAGS: dict[str, frozenset[str]] = {
    "p": frozenset(),
    "br": frozenset(),
    "h2": frozenset(),
    "h3": frozenset(),
    "h4": frozenset(),
    "strong": frozenset(),
    "em": frozenset(),
    "sub": frozenset(),
    "sup": frozenset(),
    "a": frozenset({"href"}),
    "ul": frozenset(),
    "ol": frozenset({"start"}),
    "li": frozenset(),
    "blockquote": frozenset(),
    "table": frozenset(),
    "caption": frozenset(),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tr": frozenset(),
    "th": frozenset({"scope", "colspan", "rowspan"}),
    "td": frozenset({"colspan", "rowspan"}),
    # A picture of the library: its id, what it shows here if that isn't what the library says, and whose it is.
    "figure": frozenset({"data-image", "data-alt", "data-credit"}),
    "figcaption": frozenset(),
    "hr": frozenset(),
}
URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Their content goes with them; of other unknown tags the text stays.
DROPPED_WITH_CONTENT = frozenset({"script", "style", "template", "iframe", "object", "noscript"})
NUMBERS = frozenset({"colspan", "rowspan", "start", "data-image"})
SCOPES = frozenset({"col", "row", "colgroup", "rowgroup"})
