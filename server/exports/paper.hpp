// The record as a document: what it says, in which order and as what, before it becomes a page (html.cpp) or a file for
// a word processor (docx.cpp).
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "server/exports/exports.hpp"

namespace talar::exports {

/// code: letters and digits to be read from left to right. struck: what does not count.
enum class Tone { plain, strong, quiet, code, struck };

struct Span {
  std::string text;
  Tone tone = Tone::plain;
  std::string link;  // an address, or "#id" within the document
};
using Line = std::vector<Span>;

/// level: 2 a part of the record, 3 an item.
struct Heading {
  int level = 2;
  Line text;
};

/// text: what the secretariat wrote; entry: a line that wrote itself; quiet: small print.
struct Paragraph {
  enum class Kind { plain, text, entry, quiet, verdict } kind = Kind::plain;
  Line text;
  std::string id;
};

/// Terms with what they mean. facts: two beside each other unless `wide`.
struct Terms {
  struct Row {
    std::string term;
    std::string fact;
    bool wide = false;
  };
  enum class Kind { facts, people, choices } kind = Kind::people;
  std::vector<Row> rows;
};

struct Table {
  struct Row {
    std::vector<Line> cells;
    std::string id;
    bool part = false;  // of the row before
  };
  enum class Kind { agenda, spoken, options, pairs } kind = Kind::agenda;
  std::vector<std::string> head;
  std::vector<Row> rows;
};

/// What was decided.
struct Decision {
  Line text;
  std::string foot;
  std::string id;
};

struct Signatures {
  struct Cell {
    std::string name, office, signed_at;
  };
  std::vector<Cell> cells;
};

struct Block;
/// Blocks that belong together: an item, a vote, one that does not count.
struct Group {
  enum class Kind { item, vote, voided, signing } kind = Kind::item;
  std::string id;
  std::vector<Block> blocks;
};

struct Block {
  std::variant<Heading, Paragraph, Terms, Table, Decision, Signatures, Group> what;
};
using Blocks = std::vector<Block>;

struct Paper {
  bool draft = true;
  std::string hall, number, date, attachments;  // the letterhead
  std::string title, purpose;
  Blocks blocks;
  std::string address;     // where this record can be checked; empty: unknown
  std::vector<Line> foot;  // its standing, seal and chain
};

Paper paper(const Source& source);

}  // namespace talar::exports
