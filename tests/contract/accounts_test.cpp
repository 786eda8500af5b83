#include "storage/accounts.hpp"

#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "storage/backup.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

constexpr Millis day{86'400'000};
constexpr Instant now{1'703'741'400'000};

class AccountsOf : public testing::Test {
 protected:
  Folder folder;
  Database database{folder.file(), Access::owner};
  Accounts accounts{database};
  const HallId hall{"chamber"};
};

TEST_F(AccountsOf, an_invitation_is_found_by_its_token_and_by_its_code) {
  const auto made = accounts.invite(hall, deputy, now, day);
  EXPECT_EQ(made.token.size(), 26u);
  EXPECT_EQ(made.code.size(), 6u);
  EXPECT_EQ(made.expires_at, now + day);
  const auto by_token = accounts.find_by_token(made.token, now);
  ASSERT_TRUE(by_token);
  EXPECT_EQ(by_token->invitation, made.invitation);
  EXPECT_EQ(by_token->hall, hall);
  EXPECT_EQ(by_token->holder, Holder(deputy));
  const auto by_code = accounts.find_by_code(made.code, now);
  ASSERT_TRUE(by_code);
  EXPECT_EQ(by_code->invitation, made.invitation);
}

TEST_F(AccountsOf, a_code_is_taken_as_people_type_it) {
  const auto made = accounts.invite(hall, deputy, now, day);
  std::string persian;
  for (const char c : made.code) persian += std::string("\xdb") + static_cast<char>(0xb0 + (c - '0'));
  EXPECT_TRUE(accounts.find_by_code(persian, now));
  EXPECT_TRUE(accounts.find_by_code(" " + made.code.substr(0, 3) + "-" + made.code.substr(3) + " ", now));
  EXPECT_FALSE(accounts.find_by_code(made.code + "0", now));
  EXPECT_FALSE(accounts.find_by_code("", now));
}

TEST_F(AccountsOf, unknown_used_expired_and_revoked_are_all_nothing) {
  EXPECT_FALSE(accounts.find_by_token("aaaaaaaaaaaaaaaaaaaaaaaaaa", now));
  const auto used = accounts.invite(hall, mayor, now, day);
  ASSERT_TRUE(accounts.bind_device(used.invitation, "تبلت", now));
  const auto expired = accounts.invite(hall, deputy, now, day);
  const auto revoked = accounts.invite(hall, expert, now, day);
  EXPECT_TRUE(accounts.revoke_invitation(hall, revoked.invitation, now));
  EXPECT_FALSE(accounts.revoke_invitation(hall, revoked.invitation, now));
  for (const auto& made : {used, revoked}) {
    EXPECT_FALSE(accounts.find_by_token(made.token, now));
    EXPECT_FALSE(accounts.find_by_code(made.code, now));
    EXPECT_FALSE(accounts.bind_device(made.invitation, "دیگری", now));
  }
  EXPECT_TRUE(accounts.find_by_token(expired.token, {now.ms + day.ms - 1}));
  EXPECT_FALSE(accounts.find_by_token(expired.token, now + day));
  EXPECT_FALSE(accounts.bind_device(expired.invitation, "دیگری", now + day));
}

TEST_F(AccountsOf, of_several_devices_with_the_same_link_one_is_bound) {
  const auto made = accounts.invite(hall, deputy, now, day);
  std::atomic<int> bound = 0;
  std::vector<std::thread> devices;
  for (int i = 0; i < 8; ++i)
    devices.emplace_back([&] { bound += accounts.bind_device(made.invitation, "تبلت", now) ? 1 : 0; });
  for (auto& device : devices) device.join();
  EXPECT_EQ(bound, 1);
  EXPECT_EQ(accounts.devices(hall).size(), 1u);
}

TEST_F(AccountsOf, a_new_invitation_revokes_the_older_open_one_of_the_same_person_only) {
  const auto older = accounts.invite(hall, deputy, now, day);
  const auto others = accounts.invite(hall, mayor, now, day);
  const auto display = accounts.invite(hall, DeviceKind::display, now, day);
  const auto kiosk = accounts.invite(hall, DeviceKind::kiosk, now, day);
  const auto elsewhere = accounts.invite({"group"}, deputy, now, day);
  const auto newer = accounts.invite(hall, deputy, now, day);
  EXPECT_FALSE(accounts.find_by_token(older.token, now));
  EXPECT_FALSE(accounts.find_by_code(older.code, now));
  for (const auto& made : {others, display, kiosk, elsewhere, newer}) {
    EXPECT_TRUE(accounts.find_by_token(made.token, now));
  }
  EXPECT_EQ(accounts.open_invitations(hall, now).size(), 4u);
  const auto display_again = accounts.invite(hall, DeviceKind::display, now, day);
  EXPECT_FALSE(accounts.find_by_token(display.token, now));
  EXPECT_EQ(accounts.find_by_token(display_again.token, now)->holder, Holder(DeviceKind::display));
  EXPECT_EQ(accounts.find_by_token(kiosk.token, now)->holder, Holder(DeviceKind::kiosk));
}

TEST_F(AccountsOf, open_codes_are_never_given_twice) {
  std::set<std::string> codes;
  for (std::uint64_t i = 0; i < 500; ++i) codes.insert(accounts.invite(hall, PersonId{1000 + i}, now, day).code);
  EXPECT_EQ(codes.size(), 500u);
}

TEST_F(AccountsOf, a_device_proves_itself_until_it_is_revoked) {
  const auto made = accounts.invite(hall, deputy, now, day);
  const auto bound = accounts.bind_device(made.invitation, "تبلت معاون", now);
  ASSERT_TRUE(bound);
  EXPECT_EQ(bound->secret.size(), 52u);
  const auto device = accounts.device_of(bound->secret, now);
  ASSERT_TRUE(device);
  EXPECT_EQ(device->device, bound->device.device);
  EXPECT_EQ(device->hall, hall);
  EXPECT_EQ(device->holder, Holder(deputy));
  EXPECT_EQ(device->name, "تبلت معاون");
  EXPECT_FALSE(accounts.device_of(bound->secret + "a", now));
  EXPECT_FALSE(accounts.device_of("", now));
  EXPECT_FALSE(accounts.revoke_device({"group"}, device->device, now));
  EXPECT_TRUE(accounts.revoke_device(hall, device->device, now));
  EXPECT_FALSE(accounts.revoke_device(hall, device->device, now));
  EXPECT_FALSE(accounts.device_of(bound->secret, now));
  EXPECT_TRUE(accounts.devices(hall).empty());
}

TEST_F(AccountsOf, being_seen_is_written_at_most_once_a_minute) {
  const auto bound = accounts.bind_device(accounts.invite(hall, deputy, now, day).invitation, "", now);
  accounts.device_of(bound->secret, {now.ms + 59'999});
  EXPECT_EQ(accounts.devices(hall)[0].seen_at, now);
  accounts.device_of(bound->secret, {now.ms + 60'000});
  EXPECT_EQ(accounts.devices(hall)[0].seen_at, (Instant{now.ms + 60'000}));
  EXPECT_EQ(accounts.devices(hall)[0].signed_in_at, now);
}

TEST_F(AccountsOf, a_code_is_good_for_a_day_and_its_link_for_longer) {
  const auto made = accounts.invite(hall, deputy, now, Millis{7 * day.ms});
  EXPECT_EQ(made.code_expires_at, now + day);
  EXPECT_TRUE(accounts.find_by_code(made.code, {now.ms + day.ms - 1}));
  EXPECT_FALSE(accounts.find_by_code(made.code, now + day));
  EXPECT_TRUE(accounts.find_by_token(made.token, now + day));
  EXPECT_EQ(accounts.invite(hall, mayor, now, Millis{1'000}).code_expires_at, now + Millis{1'000});
}

TEST_F(AccountsOf, a_code_that_has_run_out_is_forgotten) {
  accounts.invite(hall, deputy, now, Millis{7 * day.ms});
  const auto codes = [&] {
    return number_in(folder.file(), "SELECT count(*) FROM invitation WHERE code_hash IS NOT NULL");
  };
  EXPECT_EQ(codes(), 1);
  accounts.invite(hall, mayor, now + day, day);
  EXPECT_EQ(codes(), 1) << "the mayor's";
}

TEST_F(AccountsOf, a_revoked_devices_calendar_address_opens_nothing_any_more) {
  const auto bound = [&](PersonId person) {
    return accounts.bind_device(accounts.invite(hall, person, now, day).invitation, "", now)->device.device;
  };
  const DeviceId lost = bound(deputy), others = bound(mayor);
  const std::string deputys = accounts.calendar_token(deputy), mayors = accounts.calendar_token(mayor);
  ASSERT_TRUE(accounts.sign_out(hall, others, now));
  EXPECT_EQ(accounts.person_of_calendar(mayors), mayor) << "who signs out keeps it";
  ASSERT_TRUE(accounts.revoke_device(hall, lost, now));
  EXPECT_FALSE(accounts.person_of_calendar(deputys));
  const std::string fresh = accounts.calendar_token(deputy);
  EXPECT_NE(fresh, deputys);
  EXPECT_EQ(accounts.person_of_calendar(fresh), deputy);
}

TEST_F(AccountsOf, of_several_who_choose_a_first_passphrase_one_does) {
  std::atomic<int> set = 0, late = 0;
  std::vector<std::thread> people;
  for (const char* chosen : {"کتاب سبز ۱۴۰۲", "کتاب سرخ ۱۴۰۲", "کتاب زرد ۱۴۰۲"})
    people.emplace_back([&, chosen] {
      const auto first = accounts.set_passphrase(mayor, chosen, now);
      set += first == FirstPassphrase::set && accounts.passphrase_fits(mayor, chosen) ? 1 : 0;
      late += first == FirstPassphrase::there_is_one && !accounts.passphrase_fits(mayor, chosen) ? 1 : 0;
    });
  for (auto& person : people) person.join();
  EXPECT_EQ(set, 1);
  EXPECT_EQ(late, 2);
}

TEST_F(AccountsOf, a_passphrase_opens_however_the_keyboard_writes_it) {
  EXPECT_FALSE(accounts.has_passphrase(mayor));
  EXPECT_FALSE(accounts.passphrase_fits(mayor, "هر چه باشد"));
  EXPECT_EQ(accounts.set_passphrase(mayor, "کوتاه۱۲", now), FirstPassphrase::too_short);
  ASSERT_EQ(accounts.set_passphrase(mayor, "کتاب سبز ۱۴۰۲", now), FirstPassphrase::set);
  EXPECT_TRUE(accounts.has_passphrase(mayor));
  EXPECT_TRUE(accounts.passphrase_fits(mayor, "کتاب سبز ۱۴۰۲"));
  EXPECT_TRUE(accounts.passphrase_fits(mayor, "كتاب سبز 1402"));
  EXPECT_FALSE(accounts.passphrase_fits(mayor, "کتاب سبز ۱۴۰۳"));
}

TEST_F(AccountsOf, the_files_hold_no_secret_and_a_backup_not_even_the_key_of_the_codes) {
  const auto made = accounts.invite(hall, deputy, now, day);
  const auto bound = accounts.bind_device(accounts.invite(hall, mayor, now, day).invitation, "", now);
  ASSERT_EQ(accounts.set_passphrase(mayor, "a long enough one", now), FirstPassphrase::set);
  const auto copy = folder.file("copy.db");
  backup(folder.file(), copy, IfExists::refuse);
  std::ifstream in(copy, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::ifstream key_in(folder.file("talar.db.key"), std::ios::binary);
  const std::string key((std::istreambuf_iterator<char>(key_in)), {});
  ASSERT_EQ(key.size(), 32u);
  for (const std::string& secret : {made.token, made.code, bound->secret, std::string("a long enough one"), key})
    EXPECT_EQ(bytes.find(secret), std::string::npos);
  struct stat status;
  ASSERT_EQ(::stat(folder.file("talar.db.key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(AccountsOf, codes_and_devices_outlive_the_process) {
  const auto made = accounts.invite(hall, deputy, now, day);
  Accounts again(database);
  EXPECT_TRUE(again.find_by_code(made.code, now));
}

}  // namespace
}  // namespace talar::storage
