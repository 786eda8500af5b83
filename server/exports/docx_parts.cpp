#include "server/exports/docx_parts.hpp"

#include <fmt/format.h>

#include "server/exports/markup.hpp"

namespace talar::exports {
namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string content_types() {
  std::string text =
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
      R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
      R"(<Default Extension="xml" ContentType="application/xml"/>)"
      R"(<Override PartName="/docProps/core.xml" )"
      R"(ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)";
  text += fmt::format(R"(<Override PartName="/word/document.xml" ContentType="{}document.main+xml"/>)", word_type);
  for (const std::string_view part : {"styles", "settings", "header", "footer"})
    text += fmt::format(R"(<Override PartName="/word/{0}.xml" ContentType="{1}{0}+xml"/>)", part, word_type);
  return text + "</Types>";
}

std::string relations(const std::string& all) {
  return fmt::format(
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>)", all);
}

std::string package_relations() {
  return relations(
      fmt::format(R"(<Relationship Id="rId1" Type="{}officeDocument" Target="word/document.xml"/>)"
                  R"(<Relationship Id="rId2" )"
                  R"(Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" )"
                  R"(Target="docProps/core.xml"/>)",
                  office));
}

std::string document_relations(const std::vector<std::string>& links) {
  std::string all;
  std::size_t number = 0;
  for (const std::string_view part : {"styles", "settings", "header", "footer"})
    all += fmt::format(R"(<Relationship Id="rId{}" Type="{}{}" Target="{}.xml"/>)", ++number, office, part, part);
  for (std::size_t at = 0; at < links.size(); ++at)
    all += fmt::format(R"(<Relationship Id="rId{}" Type="{}hyperlink" Target="{}" TargetMode="External"/>)",
                       first_link + at, office, escaped(links[at]));
  return relations(all);
}

/// One that stands in the text's own direction, its letters in a font that both LibreOffice and Word find.
std::string style(std::string_view id, std::string_view name, std::string_view paragraph, std::string_view run,
                  std::string_view based = "Normal") {
  return fmt::format(R"(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/>)"
                     R"(<w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>)",
                     id, name, based, paragraph, run);
}

std::string sized(int half_points, std::string_view more = "<w:b/><w:bCs/>") {
  return fmt::format(R"({}<w:sz w:val="{}"/><w:szCs w:val="{}"/>)", more, half_points, half_points);
}

std::string styles() {
  std::string text =
      fmt::format(R"(<w:styles xmlns:w="{}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Vazirmatn" )"
                  R"(w:hAnsi="Vazirmatn" w:cs="Vazirmatn" w:eastAsia="Vazirmatn"/><w:sz w:val="21"/><w:szCs )"
                  R"(w:val="21"/><w:lang w:val="fa-IR" w:bidi="fa-IR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>)"
                  R"(<w:spacing w:after="60" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>)"
                  R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>)"
                  R"(<w:qFormat/><w:pPr><w:bidi/></w:pPr></w:style>)",
                  word_namespace);
  text += style("Title", "Title", R"(<w:spacing w:before="240" w:after="180"/><w:jc w:val="center"/>)", sized(32));
  text += style("Heading1", "heading 1",
                R"(<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="0"/>)", sized(26));
  text += style("Heading2", "heading 2",
                R"(<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/>)", sized(23));
  text += style("Quiet", "Quiet", "", sized(19, R"(<w:color w:val="544E44"/>)"));
  text += style(
      "Vote", "Vote",
      R"(<w:pBdr><w:right w:val="single" w:sz="8" w:space="8" w:color="857B6B"/></w:pBdr><w:ind w:left="284"/>)", "");
  text += style("Decision", "Decision",
                R"(<w:keepLines/><w:pBdr><w:right w:val="single" w:sz="24" w:space="8" w:color="134E39"/></w:pBdr>)"
                R"(<w:shd w:val="clear" w:color="auto" w:fill="F3F6F0"/><w:spacing w:before="120"/><w:ind )"
                R"(w:left="142"/>)",
                "");
  return text + "</w:styles>";
}

std::string field(std::string_view name) {
  return fmt::format(R"(<w:r><w:rPr><w:rtl/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:rtl/>)"
                     R"(</w:rPr><w:instrText xml:space="preserve"> {} </w:instrText></w:r><w:r><w:rPr><w:rtl/></w:rPr>)"
                     R"(<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:rtl/></w:rPr><w:t>1</w:t></w:r><w:r>)"
                     R"(<w:rPr><w:rtl/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>)",
                     name);
}

std::string said(std::string_view text) {
  return fmt::format(R"(<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>)", escaped(text));
}

std::string header(const Paper& paper) {
  const std::string standing = paper.draft ? " · پیش‌نویس" : "";
  return fmt::format(R"(<w:hdr xmlns:w="{}"><w:p><w:pPr><w:pStyle w:val="Quiet"/><w:bidi/></w:pPr>{}</w:p></w:hdr>)",
                     word_namespace, said(fmt::format("{} · {}{}", paper.hall, paper.title, standing)));
}

std::string footer() {
  return fmt::format(R"(<w:ftr xmlns:w="{}"><w:p><w:pPr><w:pStyle w:val="Quiet"/><w:bidi/><w:jc w:val="center"/>)"
                     R"(</w:pPr>{}{}{}{}</w:p></w:ftr>)",
                     word_namespace, said("صفحهٔ "), field("PAGE"), said(" از "), field("NUMPAGES"));
}

std::string core(const Paper& paper) {
  return fmt::format(R"(<cp:coreProperties )"
                     R"(xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
                     R"(xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>)"
                     R"(<dc:language>fa-IR</dc:language></cp:coreProperties>)",
                     escaped(paper.title), escaped(paper.hall));
}

}  // namespace

std::vector<ZipPart> docx_parts(const Paper& paper, std::string document, const std::vector<std::string>& links) {
  const std::string settings = fmt::format(
      R"(<w:settings xmlns:w="{}"><w:themeFontLang w:val="fa-IR" w:bidi="fa-IR"/></w:settings>)", word_namespace);
  std::vector<ZipPart> parts{{"[Content_Types].xml", content_types()},
                             {"_rels/.rels", package_relations()},
                             {"docProps/core.xml", core(paper)},
                             {"word/document.xml", std::move(document)},
                             {"word/_rels/document.xml.rels", document_relations(links)},
                             {"word/styles.xml", styles()},
                             {"word/settings.xml", settings},
                             {"word/header.xml", header(paper)},
                             {"word/footer.xml", footer()}};
  for (ZipPart& part : parts) part.bytes.insert(0, declaration);
  return parts;
}

}  // namespace talar::exports
