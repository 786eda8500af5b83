// How connections begin, go on and end: rudeness, pipelining, upgrade, TLS, signals. Through the real binary.
#include <gtest/gtest.h>

#include "tests/integration/http_server.hpp"

namespace talar::http_test {
namespace {

const std::string host = "Host: 127.0.0.1\r\n";

TEST(HttpWire, smuggled_requests_are_refused_and_nothing_behind_them_is_read) {
  const House house;
  const std::string second = "GET /healthz HTTP/1.1\r\n" + host + "\r\n";
  for (const std::string& first : {
           "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: xchunked\r\n\r\n",
           "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked, identity\r\n\r\n",
           "POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 1\r\n\r\nx",
           "GET / HTTP/1.1\r\n" + host + host + "\r\n",
           std::string("GET / HTTP/1.1\r\n\r\n"),
           "GET / HTTP/1.1\r\n" + host + "X-A: b\r\n c: d\r\n\r\n",
           "GET http://evil/ HTTP/1.1\r\n" + host + "\r\n",
           "BREW / HTTP/1.1\r\n" + host + "\r\n",
           "GET / HTTP/1.1\r\n" + host + "X-A: " + std::string(9000, 'a') + "\r\n\r\n",
       }) {
    Client client(house.port());
    client.send(first + second);
    const auto all = client.read_to_end();
    ASSERT_TRUE(all) << "not closed after: " << first;
    EXPECT_EQ(all->find("HTTP/1.1 4"), 0u) << first;
    EXPECT_NE(all->find("\r\nConnection: close\r\n"), std::string::npos) << first;
    EXPECT_EQ(all->find("HTTP/1.1", 1), std::string::npos) << "answered twice: " << *all;
  }
}

TEST(HttpWire, pipelined_requests_are_answered_in_order) {
  const House house;
  Client client(house.port());
  client.send("GET /api/whoami HTTP/1.1\r\n" + host + "\r\nGET /healthz HTTP/1.1\r\n" + host +
              "\r\nGET /readyz HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
  EXPECT_NE(client.read_answer().body.find("halls"), std::string::npos);
  EXPECT_EQ(client.read_answer().body, R"({"status":"ok"})");
  EXPECT_EQ(client.read_answer().body, R"({"status":"ready"})");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(HttpWire, a_client_that_waits_for_100_gets_it) {
  const House house;
  Client client(house.port());
  client.send("POST /api/sign-out HTTP/1.1\r\n" + host +
              "Talar-Client: 1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.read_answer(false).status, 100u);
  client.send("{}");
  EXPECT_EQ(client.read_answer().status, 204u);
}

std::string upgrade(const std::string& hall, const std::string& more) {
  return "GET /live/" + hall + " HTTP/1.1\r\n" + host +
         "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
         more + "\r\n";
}

TEST(HttpWire, a_hall_is_entered_by_websocket) {
  const House house;
  Client client(house.port());
  client.send(upgrade("rasht", "Sec-WebSocket-Protocol: talar.v1\r\nOrigin: http://127.0.0.1\r\n"));
  const Answer answer = client.read_answer(false);
  EXPECT_EQ(answer.status, 101u);
  EXPECT_EQ(answer.header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  EXPECT_EQ(answer.header("sec-websocket-protocol"), "talar.v1");
}

/// Masked with zeros; at most 125 bytes.
std::string frame(char opcode, const std::string& payload) {
  return std::string{static_cast<char>(0x80 | opcode), static_cast<char>(0x80 | payload.size()), '\0', '\0', '\0',
                     '\0'} +
         payload;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(HttpWire, an_operator_sets_how_many_commands_a_device_gives) {
  const House house({"--commands-per-second", "1"});  // four at once
  Client client(house.port());
  client.send(upgrade("rasht", "Sec-WebSocket-Protocol: talar.v1\r\n"));
  client.send(frame(1, R"({"type":"hello"})"));
  for (const char digit : {'1', '2', '3', '4', '5'})
    client.send(frame(1, R"({"type":"do","id":"00000000-0000-4000-8000-00000000000)" + std::string(1, digit) +
                             R"(","command":{"type":"check_in"}})"));
  client.send(frame(1, R"({"type":"ping","t":7})"));
  std::string said;
  while (count(said, "\"pong\"") == 0 || count(said, "\"refused\"") < 5) said += client.read_some();
  EXPECT_EQ(count(said, "\"not_allowed\""), 4u) << said;
  EXPECT_EQ(count(said, "\"too_many_commands\""), 1u) << said;
}

TEST(HttpWire, an_operator_sets_how_many_connections_an_address_has) {
  const House house({"--connections-per-address", "2"});
  Client first(house.port()), second(house.port());
  EXPECT_EQ(first.get("/healthz").status, 200u);
  EXPECT_EQ(second.get("/healthz").status, 200u);
  Client third(house.port());
  EXPECT_EQ(third.read_to_end(), "");
}

TEST(HttpWire, a_hall_is_not_entered_from_elsewhere) {
  const House house;
  const std::string ours = "Sec-WebSocket-Protocol: talar.v1\r\n";
  for (const auto& [request, status] : {
           std::pair{upgrade("rasht", ours + "Origin: https://evil.example\r\n"), 403u},
           std::pair{upgrade("rasht", ours + "Cookie: talar_0k3v9yq2rt=x\r\n"), 403u},
           std::pair{upgrade("nowhere", ours), 404u},
           std::pair{upgrade("rasht", ""), 400u},
           std::pair{upgrade("rasht", "Sec-WebSocket-Protocol: chat\r\n"), 400u},
       }) {
    Client client(house.port());
    client.send(request);
    EXPECT_EQ(client.read_answer().status, status) << request;
    EXPECT_TRUE(client.read_to_end());
  }
}

TEST(HttpWire, ends_gracefully_when_told) {
  for (const int signal : {SIGTERM, SIGINT}) {
    House house;
    Client idle(house.port());
    EXPECT_EQ(idle.get("/healthz").status, 200u);
    house.server.signal(signal);
    EXPECT_TRUE(idle.read_to_end());
    EXPECT_EQ(house.server.wait(), 0);
  }
}

TEST(HttpWire, tells_websockets_to_come_back_before_it_ends) {
  House house;
  Client client(house.port());
  client.send(upgrade("rasht", "Sec-WebSocket-Protocol: talar.v1\r\n"));
  ASSERT_EQ(client.read_answer(false).status, 101u);
  house.server.signal(SIGTERM);
  const auto last = client.read_to_end();
  ASSERT_TRUE(last);
  EXPECT_NE(last->find(R"("type":"bye")"), std::string::npos) << *last;
  EXPECT_NE(last->find("\x03\xF4"), std::string::npos) << "Close 1012";
  EXPECT_EQ(house.server.wait(), 0);
}

class HttpTls : public testing::Test {
 protected:
  void make_certificate(const std::string& name) {
    const Ran ran = run("openssl", {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                                    "-nodes", "-days", "2", "-subj", "/CN=" + name, "-keyout",
                                    (folder / "key.pem").string(), "-out", (folder / "cert.pem").string()});
    ASSERT_EQ(ran.exit_code, 0) << ran.out;
  }
  Folder folder;
};

TEST_F(HttpTls, serves_and_reads_its_certificate_again_on_sighup) {
  make_certificate("first.example");
  House house({"--tls-cert", (folder / "cert.pem").string(), "--tls-key", (folder / "key.pem").string()});
  Client before(house.port(), Client::Over::tls);
  EXPECT_NE(before.certificate_subject().find("first.example"), std::string::npos);
  const Answer answer = before.get("/healthz");
  EXPECT_EQ(answer.status, 200u);
  EXPECT_NE(answer.header("strict-transport-security"), "");

  const Answer in =
      before.post("/api/sign-in", R"({"token":")" + house.invite({"--role", "display"}).at(0).token + R"("})");
  EXPECT_EQ(in.status, 200u) << in.body;
  EXPECT_NE(in.header("set-cookie").find("; Secure"), std::string::npos);

  make_certificate("second.example");
  house.server.signal(SIGHUP);
  ASSERT_TRUE(house.server.wait_for("the certificate has been read again"));
  Client after(house.port(), Client::Over::tls);
  EXPECT_NE(after.certificate_subject().find("second.example"), std::string::npos);
  EXPECT_EQ(before.get("/healthz").status, 200u);  // keeps what it began with

  folder.write("cert.pem", "no certificate");
  house.server.signal(SIGHUP);
  ASSERT_TRUE(house.server.wait_for("the old certificate stays in use"));
  EXPECT_EQ(Client(house.port(), Client::Over::tls).get("/healthz").status, 200u);
}

TEST_F(HttpTls, plain_http_gets_no_answer) {
  make_certificate("only.example");
  House house({"--tls-cert", (folder / "cert.pem").string(), "--tls-key", (folder / "key.pem").string()});
  Client plain(house.port());
  plain.send("GET /healthz HTTP/1.1\r\n" + host + "\r\n");
  const auto all = plain.read_to_end();
  ASSERT_TRUE(all);
  EXPECT_EQ(all->find("HTTP/"), std::string::npos);
}

}  // namespace
}  // namespace talar::http_test
