// What was counted (analysis), and whom and what the document refers to.
#include <set>

#include "server/exports/akoma_ntoso.hpp"
#include "server/exports/names.hpp"
#include "server/exports/persian_words.hpp"
#include "server/exports/vote_words.hpp"

namespace talar::exports::akn {
namespace {

void add_count(Parts& parts, pugi::xml_node parent, const std::string& what, std::int64_t value) {
  pugi::xml_node count = parts.add(parent, "count");
  set(count, "value", std::to_string(value));
  set(count, "refersTo", to(what));
}

void add_quorum(Parts& parts, pugi::xml_node parent, const Quorum& quorum) {
  pugi::xml_node node = parts.add(parent, "quorum");
  set(node, "value", std::to_string(quorum.needed));
}

void add_voting(Parts& parts, pugi::xml_node analysis, const RecordVote& vote) {
  const VoteResult& result = *vote.result;
  pugi::xml_node voting = parts.add(analysis, "voting");
  set(voting, "outcome", to(vote.voided_at ? voided_id : id_of(result.outcome)));
  set(voting, "refersTo", to(id_of(vote.vote)));
  if (result.quorum) add_quorum(parts, voting, *result.quorum);
  if (result.options) {
    for (std::size_t i = 0; i < result.options->size(); ++i)
      add_count(parts, voting, id_of(vote.vote, i), (*result.options)[i].count);
  } else {
    add_count(parts, voting, id_of(Choice::approve), result.tally.approve);
    add_count(parts, voting, id_of(Choice::against), result.tally.against);
  }
  add_count(parts, voting, id_of(Choice::abstain), result.tally.abstain);
  add_count(parts, voting, not_cast_id, result.tally.not_cast);
}

class References {
 public:
  explicit References(pugi::xml_node node) : node_(node) {}

  /// Once, however often it is referred to.
  void add(const char* kind, const std::string& id, const std::string& shown) {
    if (!known_.insert(id).second) return;
    pugi::xml_node reference = node_.append_child(kind);
    set(reference, "eId", id);
    set(reference, "href", std::string("/ontology/") + (kind + 3) + "/talar." + id);
    set(reference, "showAs", shown);
  }

 private:
  pugi::xml_node node_;
  std::set<std::string> known_;
};

void add_of(References& references, const RecordVote& vote) {
  references.add("TLCEvent", id_of(vote.vote), vote.content.question.value);
  if (vote.voided_at) references.add("TLCConcept", voided_id, "باطل شد");
  if (vote.result)
    references.add("TLCConcept", id_of(vote.result->outcome), std::string(persian(vote.result->outcome)));
  const VoteForm form = form_of(vote);
  for (std::size_t i = 0; i < form.options.size(); ++i)
    references.add("TLCConcept", id_of(vote.vote, i), form.options[i].title.value);
}

}  // namespace

void write_analysis(pugi::xml_node meta, const Facts& facts) {
  Parts parts;
  pugi::xml_node analysis = meta.append_child("analysis");
  set(analysis, "source", self);
  pugi::xml_node parliamentary = analysis.append_child("parliamentary");
  if (const auto& quorum = facts.record.quorum) {
    pugi::xml_node verification = parts.add(parliamentary, "quorumVerification");
    set(verification, "outcome", to(quorum->met ? quorum_id : no_quorum_id));
    add_quorum(parts, verification, *quorum);
    add_count(parts, verification, meeting_id, quorum->present);
  }
  for (const RecordItem& item : facts.record.items) {
    for (const RecordVote& vote : item.votes) {
      if (vote.result) add_voting(parts, parliamentary, vote);
    }
  }
  if (!parliamentary.first_child()) meta.remove_child(analysis);
}

void write_references(pugi::xml_node meta, const Facts& facts) {
  const MeetingRecord& record = facts.record;
  pugi::xml_node node = meta.append_child("references");
  set(node, "source", self);
  References references(node);
  references.add("TLCObject", self + 1, "Talar");
  references.add("TLCOrganization", hall_id, record.hall.value);
  for (const auto& [hall, row] : facts.source.halls)
    if (hall != facts.source.hall) references.add("TLCOrganization", "hall-" + hall.value, row.name.value);
  for (const RecordPerson& person : record.people) references.add("TLCPerson", id_of(person.person), person.name.value);
  for (const RecordPerson& person : record.people)
    references.add("TLCRole", id_of(person.seat), std::string(persian(person.seat)));
  references.add("TLCEvent", meeting_id, meeting_title(record));
  references.add("TLCLocation", place_id, record.summary.content.place.value);
  references.add("TLCConcept", quorum_id, "حد نصاب بود");
  references.add("TLCConcept", no_quorum_id, "حد نصاب نبود");
  for (const Choice choice : {Choice::approve, Choice::against, Choice::abstain})
    references.add("TLCConcept", id_of(choice), std::string(persian(choice)));
  references.add("TLCConcept", not_cast_id, "رأی نداده");
  references.add("TLCConcept", id_of(RecordState::draft), "پیش‌نویس");
  references.add("TLCConcept", id_of(RecordState::circulated), "در گردش گذاشته شد");
  references.add("TLCConcept", id_of(RecordState::approved), "تصویب شد");
  references.add("TLCConcept", id_of(RecordState::signed_), "امضا شد");
  references.add("TLCConcept", id_of(RecordState::sealed), "مهر شد");
  for (const RecordItem& item : record.items) {
    for (const RecordVote& vote : item.votes) add_of(references, vote);
  }
}

}  // namespace talar::exports::akn
