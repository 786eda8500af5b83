#include "storage/projection.hpp"
#include "storage/search_index.hpp"

namespace talar::storage {

namespace {

void decide(const Projection& p, ProposalId proposal, ProposalState state, const std::optional<ItemId>& item,
            const std::optional<Reason>& reason) {
  p.sql.run("UPDATE proposal SET state = ?, decided_at = ?, item = ?, reason = ? WHERE proposal = ?", state,
            p.recorded.at, item, reason, proposal);
}

void keep(const Projection& p, ReferralId referral, const ReferralContent& content) {
  p.sql.run(
      "INSERT INTO referral (hall, referral, from_hall, to_hall, item, title, task, due, at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      p.hall, referral, content.from, content.to, content.item, content.title, content.task, content.due,
      p.recorded.at);
}

void report(const Projection& p, ReferralId referral, const std::string& text) {
  p.sql.run("UPDATE referral SET report = ?, reported_at = ? WHERE hall = ? AND referral = ?", text, p.recorded.at,
            p.hall, referral);
}

}  // namespace

void Projection::operator()(const Proposed& e) const {
  sql.run("INSERT INTO proposal (proposal, hall, person, at, title, text) VALUES (?, ?, ?, ?, ?, ?)", e.proposal, hall,
          e.person, recorded.at, e.content.title, e.content.text);
}

void Projection::operator()(const ProposalWithdrawn& e) const {
  decide(*this, e.proposal, ProposalState::withdrawn, {}, {});
}

void Projection::operator()(const ProposalAccepted& e) const {
  decide(*this, e.proposal, ProposalState::accepted, e.item, e.reason);
}

void Projection::operator()(const ProposalMerged& e) const {
  decide(*this, e.proposal, ProposalState::merged, e.item, e.reason);
}

void Projection::operator()(const ProposalDeclined& e) const {
  decide(*this, e.proposal, ProposalState::declined, {}, e.reason);
}

void Projection::operator()(const GroupFounded& e) const {
  sql.run("INSERT INTO working_group (working_group, hall, name, until, founded_at) VALUES (?, ?, ?, ?, ?)", e.group,
          hall, e.name, e.until, recorded.at);
}

void Projection::operator()(const GroupDissolved& e) const {
  sql.run("UPDATE working_group SET dissolved_at = ? WHERE working_group = ?", recorded.at, e.group);
}

void Projection::operator()(const ItemReferred& e) const {
  keep(*this, e.referral, e.content);
}

void Projection::operator()(const ReferralReceived& e) const {
  keep(*this, e.referral, e.content);
}

void Projection::operator()(const ReportSent& e) const {
  report(*this, e.referral, e.text);
}

/// It belongs to the item that was referred.
void Projection::operator()(const ReportReceived& e) const {
  report(*this, e.referral, e.text);
  ItemId item;
  if (sql.first("SELECT item FROM referral JOIN agenda_item USING (item) WHERE hall = ? AND referral = ?",
                std::tuple{hall, e.referral}, item))
    search_for(sql, {.kind = HitKind::report, .item = item, .referral = e.referral}, e.text);
}

}  // namespace talar::storage
