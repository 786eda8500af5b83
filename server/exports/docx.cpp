// The record for a word processor: real headings, tables and page numbers, from right to left.
#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "server/exports/docx_parts.hpp"
#include "server/exports/markup.hpp"
#include "server/exports/paper.hpp"

namespace talar::exports {
namespace {

// Twentieths of a point: A4, 2.5 cm to bind at the right.
constexpr int page_width = 11'906, page_height = 16'838, right = 1'417, left = 964, top = 1'134, bottom = 1'134;
constexpr int text_width = page_width - right - left;

using Node = pugi::xml_node;

Node add(Node parent, const char* name) {
  return parent.append_child(name);
}
Node add_value(Node parent, const char* name, const std::string& value) {
  Node node = add(parent, name);
  node.append_attribute("w:val") = value.c_str();
  return node;
}
void add_width(Node parent, const char* name, int width) {
  Node node = add(parent, name);
  node.append_attribute("w:w") = width;
  node.append_attribute("w:type") = "dxa";
}

enum class Edges { none, all, below };

class Writer {
 public:
  std::string write(const Paper& paper);
  const std::vector<std::string>& links() const { return links_; }

 private:
  Node paragraph(Node parent, const char* style);
  void run(Node paragraph, const Span& span);
  void line(Node paragraph, const Line& line);
  void bookmark(Node paragraph, const std::string& id);
  /// Columns from right to left, as parts of the text's width.
  Node table(Node parent, const std::vector<int>& parts, Edges edges);
  Node cell(Node row, int width);

  void head(Node body, const Paper& paper);
  void blocks(Node body, const Blocks& blocks, const char* style);
  void block(Node body, const Heading& heading, const char* style);
  void block(Node body, const Paragraph& paragraph, const char* style);
  void block(Node body, const Terms& terms, const char* style);
  void block(Node body, const Table& table, const char* style);
  void block(Node body, const Decision& decision, const char* style);
  void block(Node body, const Signatures& signatures, const char* style);
  void block(Node body, const Group& group, const char* style);

  std::vector<std::string> links_;
  int bookmarks_ = 0;
};

Node Writer::paragraph(Node parent, const char* style) {
  Node node = add(parent, "w:p");
  Node properties = add(node, "w:pPr");
  if (*style) add_value(properties, "w:pStyle", style);
  add(properties, "w:bidi");
  return node;
}

/// Word knows a bookmark by at most 40 letters, digits and underscores.
std::string bookmark_name(std::string id) {
  for (char& c : id)
    if (c == '-') c = '_';
  return id.substr(0, 40);
}

void Writer::bookmark(Node paragraph, const std::string& id) {
  if (id.empty()) return;
  Node start = add(paragraph, "w:bookmarkStart");
  start.append_attribute("w:id") = ++bookmarks_;
  start.append_attribute("w:name") = bookmark_name(id).c_str();
  add(paragraph, "w:bookmarkEnd").append_attribute("w:id") = bookmarks_;
}

/// A run has its own direction, and not every word processor knows the marks that keep a name's within a line.
std::string without_isolates(std::string text) {
  for (const std::string_view mark : {"\u2068", "\u2069"})
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, mark.size());
  return text;
}

void Writer::run(Node paragraph, const Span& span) {
  Node parent = paragraph;
  if (span.link.starts_with('#')) {
    parent = add(paragraph, "w:hyperlink");
    parent.append_attribute("w:anchor") = bookmark_name(span.link.substr(1)).c_str();
  } else if (!span.link.empty()) {
    parent = add(paragraph, "w:hyperlink");
    parent.append_attribute("r:id") = ("rId" + std::to_string(first_link + links_.size())).c_str();
    links_.push_back(span.link);
  }
  Node run = add(parent, "w:r");
  Node properties = add(run, "w:rPr");
  if (span.tone == Tone::strong) add(properties, "w:b"), add(properties, "w:bCs");
  if (span.tone == Tone::struck) add(properties, "w:strike");
  if (span.tone == Tone::quiet) add_value(properties, "w:color", "544E44");
  if (span.tone != Tone::code) add(properties, "w:rtl");
  std::istringstream lines(without_isolates(xml_text(span.text)));
  std::string text;
  for (bool first = true; std::getline(lines, text); first = false) {
    if (!first) add(run, "w:br");
    Node node = add(run, "w:t");
    node.append_attribute("xml:space") = "preserve";
    node.text() = text.c_str();
  }
}

void Writer::line(Node paragraph, const Line& line) {
  for (const Span& span : line) run(paragraph, span);
}

Node Writer::table(Node parent, const std::vector<int>& parts, Edges edges) {
  Node table = add(parent, "w:tbl");
  Node properties = add(table, "w:tblPr");
  add(properties, "w:bidiVisual");
  add_width(properties, "w:tblW", text_width);
  if (edges != Edges::none) {
    Node borders = add(properties, "w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
      const bool upright = std::string_view(side) == "w:left" || std::string_view(side) == "w:right" ||
                           std::string_view(side) == "w:insideV";
      if (edges == Edges::below && upright) continue;
      Node border = add_value(borders, side, "single");
      border.append_attribute("w:sz") = 4;
      border.append_attribute("w:color") = "BDB4A3";
    }
  }
  add(properties, "w:tblLayout").append_attribute("w:type") = "fixed";
  Node grid = add(table, "w:tblGrid");
  for (const int part : parts) add(grid, "w:gridCol").append_attribute("w:w") = text_width * part / 100;
  return table;
}

Node Writer::cell(Node row, int width) {
  Node cell = add(row, "w:tc");
  add_width(add(cell, "w:tcPr"), "w:tcW", width);
  return cell;
}

Node add_row(Node table) {
  Node row = add(table, "w:tr");
  add(add(row, "w:trPr"), "w:cantSplit");
  return row;
}

int width_of(int part) {
  return text_width * part / 100;
}

void Writer::head(Node body, const Paper& paper) {
  Node name = paragraph(body, "");
  add_value(name.child("w:pPr"), "w:jc", "center");
  run(name, {"بسمه‌تعالی"});
  Node row = add_row(table(body, {65, 35}, Edges::none));
  Node hall = cell(row, width_of(65));
  line(paragraph(hall, ""), {{paper.hall, Tone::strong, ""}});
  line(paragraph(hall, "Quiet"), {{"دبیرخانه"}});
  Node letter = cell(row, width_of(35));
  for (const auto& [term, fact] : {std::pair("شماره: ", &paper.number), std::pair("تاریخ: ", &paper.date),
                                   std::pair("پیوست: ", &paper.attachments)})
    line(paragraph(letter, ""), {{term, Tone::quiet, ""}, {*fact}});
  line(paragraph(body, "Title"), {{paper.title + (paper.draft ? " (پیش‌نویس)" : "")}});
  if (paper.purpose.empty()) return;
  Node purpose = paragraph(body, "");
  add_value(purpose.child("w:pPr"), "w:jc", "center");
  run(purpose, {paper.purpose});
}

std::string Writer::write(const Paper& paper) {
  pugi::xml_document document;
  Node root = document.append_child("w:document");
  root.append_attribute("xmlns:w") = std::string(word_namespace).c_str();
  root.append_attribute("xmlns:r") = std::string(relation_namespace).c_str();
  Node body = add(root, "w:body");
  head(body, paper);
  blocks(body, paper.blocks, "");
  for (const Line& each : paper.foot) line(paragraph(body, "Quiet"), each);
  if (!paper.address.empty())
    line(paragraph(body, "Quiet"), {{"نشانی بررسی: "}, {paper.address, Tone::code, paper.address}});

  Node section = add(body, "w:sectPr");
  for (const auto& [name, id] : {std::pair("w:headerReference", "rId3"), std::pair("w:footerReference", "rId4")}) {
    Node reference = add(section, name);
    reference.append_attribute("w:type") = "default";
    reference.append_attribute("r:id") = id;
  }
  Node size = add(section, "w:pgSz");
  size.append_attribute("w:w") = page_width;
  size.append_attribute("w:h") = page_height;
  Node margins = add(section, "w:pgMar");
  for (const auto& [name, width] :
       {std::pair("w:top", top), std::pair("w:right", right), std::pair("w:bottom", bottom), std::pair("w:left", left),
        std::pair("w:header", 567), std::pair("w:footer", 567), std::pair("w:gutter", 0)})
    margins.append_attribute(name) = width;
  Node numbers = add(section, "w:pgNumType");
  numbers.append_attribute("w:fmt") = "hindiNumbers";
  add(section, "w:bidi");
  std::ostringstream text;
  document.save(text, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return text.str();
}

void Writer::blocks(Node body, const Blocks& blocks, const char* style) {
  for (const Block& each : blocks) std::visit([&](const auto& what) { block(body, what, style); }, each.what);
}

void Writer::block(Node body, const Heading& heading, const char*) {
  line(paragraph(body, heading.level == 2 ? "Heading1" : "Heading2"), heading.text);
}

void Writer::block(Node body, const Paragraph& what, const char* style) {
  Node node = paragraph(body, *style ? style : what.kind == Paragraph::Kind::quiet ? "Quiet" : "");
  bookmark(node, what.id);
  if (what.kind != Paragraph::Kind::entry || what.text.empty()) return line(node, what.text);
  run(node, what.text.front());
  run(node, {"\u2003"});
  line(node, {what.text.begin() + 1, what.text.end()});
}

void Writer::block(Node body, const Terms& terms, const char*) {
  const bool facts = terms.kind == Terms::Kind::facts;
  const std::vector<int> parts = facts ? std::vector{14, 36, 14, 36} : std::vector{20, 80};
  Node grid = table(body, parts, facts ? Edges::below : Edges::none);
  Node row;
  std::size_t column = parts.size();
  for (const Terms::Row& each : terms.rows) {
    if (column >= parts.size() || each.wide) row = add_row(grid), column = 0;
    line(paragraph(cell(row, width_of(parts[column])), "Quiet"), {{each.term}});
    const bool whole = each.wide && facts;
    Node fact = cell(row, width_of(whole ? 100 - parts[0] : parts[column + 1]));
    if (whole) add_value(fact.child("w:tcPr"), "w:gridSpan", "3");
    line(paragraph(fact, ""), {{each.fact}});
    column = whole ? parts.size() : column + 2;
  }
  for (; column < parts.size() && row; ++column) paragraph(cell(row, width_of(parts[column])), "");
  paragraph(body, "");
}

std::vector<int> columns(const Table& table) {
  switch (table.kind) {
    case Table::Kind::agenda:
      return {8, 62, 10, 20};
    case Table::Kind::spoken:
      return {46, 12, 21, 21};
    case Table::Kind::options:
      return {16, 64, 20};
    case Table::Kind::pairs:
      break;
  }
  const int others = static_cast<int>(table.head.size()) - 1;
  const int narrow = others > 0 ? std::min(8, 60 / others) : 0;
  std::vector<int> parts(table.head.size(), narrow);
  parts.front() = 100 - narrow * others;
  return parts;
}

void Writer::block(Node body, const Table& what, const char*) {
  const std::vector<int> parts = columns(what);
  Node grid = table(body, parts, what.kind == Table::Kind::pairs ? Edges::all : Edges::below);
  Node head = add_row(grid);
  add(head.child("w:trPr"), "w:tblHeader");
  for (std::size_t at = 0; at < what.head.size(); ++at)
    line(paragraph(cell(head, width_of(parts[at])), "Quiet"), {{what.head[at], Tone::strong, ""}});
  for (const Table::Row& each : what.rows) {
    Node row = add_row(grid);
    for (std::size_t at = 0; at < each.cells.size(); ++at)
      line(paragraph(cell(row, width_of(parts[at])), ""), each.cells[at]);
  }
  paragraph(body, "");
}

void Writer::block(Node body, const Decision& decision, const char*) {
  Node node = paragraph(body, "Decision");
  bookmark(node, decision.id);
  line(node, decision.text);
  if (!decision.foot.empty()) line(paragraph(body, "Decision"), {{decision.foot, Tone::quiet, ""}});
}

void Writer::block(Node body, const Signatures& signatures, const char*) {
  constexpr std::size_t across = 3;
  Node grid = table(body, {33, 33, 33}, Edges::all);
  Node row;
  for (std::size_t at = 0; at < signatures.cells.size() || at % across != 0; ++at) {
    if (at % across == 0) {
      row = add_row(grid);
      Node height = add_value(row.child("w:trPr"), "w:trHeight", "1260");
      height.append_attribute("w:hRule") = "atLeast";
    }
    Node place = cell(row, width_of(33));
    const Signatures::Cell one = at < signatures.cells.size() ? signatures.cells[at] : Signatures::Cell{};
    for (const auto& [text, tone] : {std::pair(&one.name, Tone::strong), std::pair(&one.office, Tone::quiet),
                                     std::pair(&one.signed_at, Tone::plain)}) {
      Node each = paragraph(place, "");
      each.child("w:pPr").prepend_child("w:keepNext");  // all rows on one page
      run(each, {*text, tone, ""});
    }
  }
  paragraph(body, "");
}

void Writer::block(Node body, const Group& group, const char*) {
  const bool vote = group.kind == Group::Kind::vote || group.kind == Group::Kind::voided;
  if (!group.id.empty() && !vote) {
    // The anchor of an item is its heading.
    blocks(body, {group.blocks.front()}, "");
    bookmark(body.last_child(), group.id);
    return blocks(body, {group.blocks.begin() + 1, group.blocks.end()}, "");
  }
  blocks(body, group.blocks, vote ? "Vote" : "");
}

}  // namespace

std::string docx(const Source& source) {
  const Paper page = paper(source);
  Writer writer;
  std::string document = writer.write(page);
  return zipped(docx_parts(page, std::move(document), writer.links()));
}

}  // namespace talar::exports
