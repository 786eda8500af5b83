#include "tests/integration/house.hpp"

#include <stdlib.h>

namespace talar::test {
namespace {

std::vector<Event> founding() {
  HallFounded founded;
  founded.name = "اتاق شکوفایی شهری رشت";
  founded.place = "تالار گفت‌وگو";
  MembersEnrolled enrolled;
  enrolled.members = {{people::president, "شهردار رشت", "شهردار", Seat::president, true},
                      {people::vice, "قائم مقام شهردار", "قائم مقام", Seat::vice_president, true},
                      {people::secretary, "دبیر اتاق", "دبیر", Seat::secretary, false},
                      {people::guest, "مهمان", "مهمان", Seat::guest, false}};
  for (std::size_t i = 0; i < people::deputies; ++i) {
    const std::string name = "معاون " + std::to_string(i + 1);
    enrolled.members.push_back({people::deputy(i), name, name, Seat::deputy, true});
  }
  return {founded, enrolled};
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "talar-test-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a folder for the test");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

House::House(const HouseOptions& options) {
  if (options.tls) certificate_.replace(options.tls);
  const auto file = options.database.empty() ? folder_.path() / "talar.db" : options.database;
  database_ = std::make_unique<storage::Database>(file, storage::Access::owner);
  journal_ = std::make_unique<storage::Journal>(*database_);
  accounts_ = std::make_unique<storage::Accounts>(*database_);
  archive_ = std::make_unique<storage::Archive>(*database_);
  files_ = std::make_unique<storage::Files>(*database_);
  live::Halls::Settings settings;
  settings.network_threads = options.network_threads;
  settings.limits = options.limits;
  settings.clock = [this] { return Instant{now_ms_.load()}; };
  settings.on_failure = [this](const std::string& reason) { failure_.set_value(reason); };
  halls_ = std::make_unique<live::Halls>(*journal_, *database_, std::move(settings));
  cast_desk_ = std::make_unique<web::CastDesk>(halls_->box());
  casting_ = std::make_unique<web::Server>(
      *halls_, *cast_desk_, no_certificate_,
      web::Server::Settings{.port = 0, .workers = 1, .peers = web::Server::Settings::Peers::unknown});
  site_ = std::make_unique<web::Site>(
      *halls_, *database_, *accounts_, *archive_, *files_, web::ClientFiles{},
      web::SiteSettings{.sign_in = options.sign_in, .replays = options.replays, .box = {casting_->port(), {}}});
  server_ = std::make_unique<web::Server>(
      *halls_, *site_, certificate_,
      web::Server::Settings{.port = 0, .answers_bytes_per_network = options.answers_bytes_per_network});
  halls_->start();
  server_->start();
  casting_->start();
  if (halls_->exists(hall_)) return;
  std::promise<bool> done;
  halls_->found(hall_, founding(), [&](auto result) { done.set_value(result.has_value()); });
  EXPECT_TRUE(done.get_future().get());
}

House::~House() {
  stop();
}

void House::stop() {
  if (std::exchange(stopped_, true)) return;
  server_->stop_accepting();
  casting_->stop_accepting();
  halls_->stop();
  server_->stop();
  casting_->stop();
  halls_->join();
}

std::string House::failure() {
  auto reported = failure_.get_future();
  return reported.wait_for(patience) == std::future_status::ready ? reported.get() : "not reported";
}

void House::advance(std::chrono::milliseconds by) {
  now_ms_ += by.count();
  halls_->time_moved();
}

Device House::device(PersonId person, ClientOptions options) {
  const DeviceId device = bind(person);
  accounts_->prove_device(device, halls_->now());
  return again(device, std::move(options));
}
Device House::unproven(PersonId person) {
  return again(bind(person));
}
Device House::display() {
  return again(bind(DeviceKind::display));
}
Device House::kiosk() {
  return again(bind(DeviceKind::kiosk));
}

DeviceId House::bind(const Holder& holder) {
  const auto invitation = accounts_->invite(hall_, holder, halls_->now(), Millis{3'600'000});
  const auto bound = accounts_->bind_device(invitation.invitation, "tests", halls_->now());
  last_device_ = bound->device.device;
  return keep(*bound);
}

Device House::again(DeviceId device, ClientOptions options) {
  return in_hall(hall_, device, std::move(options));
}

Device House::in_hall(const HallId& hall, DeviceId device, ClientOptions options) {
  const std::string scheme = options.tls == Tls::on ? "https" : "http";
  const Headers headers{cookie(device), "Origin: " + scheme + "://127.0.0.1:" + std::to_string(port())};
  return Device(std::make_unique<Client>(port(), "/live/" + hall.value + "?device=" + device.text(), headers, options));
}

Device House::observer(ClientOptions options) {
  return Device(std::make_unique<Client>(port(), "/live/" + hall_.value, Headers{}, options));
}

House::Running House::open_meeting(Device& chair, Device& staff, std::size_t items) {
  staff.must({{"type", "draft_meeting"},
              {"content", {{"starts_at", "2023-12-28T05:30:00.000Z"}, {"minutes", 150}, {"place", "تالار"}}}});
  Running running;
  running.meeting = staff.view.at("meetings").begin().key();
  for (std::size_t i = 0; i < items; ++i) {
    staff.must({{"type", "add_item"},
                {"meeting", running.meeting},
                {"content",
                 {{"title", "بند " + std::to_string(i + 1)},
                  {"kind", "decision"},
                  {"minutes", 20},
                  {"confidential", false},
                  {"options", json::array()}}}});
  }
  staff.must({{"type", "convene_meeting"}, {"meeting", running.meeting}});
  for (std::size_t i = 0; i < people::deputies; ++i) {
    staff.must({{"type", "record_arrival"}, {"person", people::deputy(i).text()}});
  }
  chair.must({{"type", "open_meeting"}});
  running.items = chair.view.at("meetings").at(running.meeting).at("agenda").get<std::vector<std::string>>();
  chair.must({{"type", "activate_item"}, {"item", running.items.front()}});
  return running;
}

}  // namespace talar::test
