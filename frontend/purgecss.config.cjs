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
  keyframes: true,
  variables: true,
};
