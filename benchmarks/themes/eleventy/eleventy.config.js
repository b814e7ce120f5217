module.exports = (settings) => {
  for (const kind of ["claims", "sources", "discrepancies"]) {
    settings.addCollection(kind, (all) => all.getFilteredByGlob(`content/${kind}/*.md`));
  }
  return { dir: { input: "content", output: "public" }, markdownTemplateEngine: false };
};
