// Which rules of Tabler's style sheet the bundle keeps: those whose classes, ids, tags and attributes all
// occur as whole words in our sources. So write class names whole: "bg-red" is found, "bg-" + color is not.
module.exports = {
  css: ["node_modules/@tabler/core/dist/css/tabler.min.css"],
  content: [
    "index.html",
    "src/**/*.rs",
    // The safelist: what is used though no source says it, word by word.
    { extension: "html", raw: "html body data-bs-theme light dark" },
  ],
  // Words of our sources that are classes of Tabler's, but none of our pages'.
  blocklist: [
    "active", "alert", "alert-icon", "avatar", "badge", "btn-check", "calendar", "card", "chart", "container",
    "disabled", "empty", "markdown", "rounded", "row", "show", "showing", "step-item", "tag", "toast",
  ],
  keyframes: true,
  variables: true,
};
