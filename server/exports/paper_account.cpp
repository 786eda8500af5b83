// The debate in the order in which it went: what wrote itself, put to the item during which it happened.
#include "server/exports/paper_parts.hpp"

namespace talar::exports {
namespace {

void add_lines(Blocks& blocks, const Facts& facts, const Lines& lines) {
  for (const RecordEntry* line : lines) blocks.push_back({entry_line(facts, *line)});
}

}  // namespace

Blocks account(const Facts& facts) {
  const Course course = course_of(facts.record);
  Blocks blocks;
  add_lines(blocks, facts, course.opening);
  for (const RecordItem& item : facts.record.items) {
    const auto own = course.of.find(item.item);
    if (own != course.of.end() || has_account(item))
      blocks.push_back({item_account(facts, item, own == course.of.end() ? Lines() : own->second)});
  }
  add_lines(blocks, facts, course.ending);
  if (blocks.empty())
    blocks.push_back({Paragraph{Paragraph::Kind::quiet, {{"برای این جلسه هنوز شرحی نوشته نشده است."}}, ""}});
  return blocks;
}

}  // namespace talar::exports
