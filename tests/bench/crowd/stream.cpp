#include "stream.hpp"

#include <functional>

#include "fault.hpp"

namespace crowd {
namespace {

constexpr std::size_t remembered = 100'000;

std::string place(std::int64_t from, std::int64_t seq) {
  return " (patch " + std::to_string(seq) + " at " + std::to_string(from) + ")";
}

}  // namespace

void Stream::patch(std::int64_t from, std::int64_t seq, std::string_view text) {
  if (seq <= from) fail("order: a patch came twice or late" + place(from, seq));
  if (seq != current_seq_) {
    if (patches_.size() > remembered) patches_.clear();
    current_ = &patches_[seq];
    current_seq_ = seq;
    const std::size_t hash = std::hash<std::string_view>()(text);
    if (current_->hash == 0) {
      current_->hash = hash;
      ++told_;
    }
    if (current_->hash != hash) fail("two devices heard different patches" + place(from, seq));
    current_text_ = text;
    last_seq_ = std::max(last_seq_, seq);
  } else if (text != current_text_) {
    fail("two devices heard different patches" + place(from, seq));
  }
  if (from < 0) return;  // a state may be newer than what the patch leads from
  if (current_->from < 0) current_->from = from;
  if (current_->from != from)
    fail("gap: others heard a patch that leads to " + std::to_string(current_->from) + " before" + place(from, seq));
}

}  // namespace crowd
