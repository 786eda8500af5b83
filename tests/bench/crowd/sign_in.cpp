// From the links that `talar invite --all` printed to devices that have signed in, over HTTP as browsers do it.
// Chair and secretariat choose the passphrase below.
#include <fstream>

#include "bench.hpp"
#include "json.hpp"

namespace crowd {
namespace {

constexpr const char* passphrase = "rasht-chamber";

/// One request on a connection kept open; blocking in effect, as nothing else runs meanwhile.
class Http {
 public:
  explicit Http(const Endpoint& to) : port_(to.port) {
    socket_.connect(to, 0);
    wait([&] { return socket_.shake() != Socket::again; });
  }

  /// Head and body of the answer.
  std::pair<std::string, std::string> post(const std::string& path, const std::string& body) {
    std::string request =
        "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
        "\r\nTalar-Client: 1\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
        "\r\n\r\n" + body;
    wait([&] {
      const long sent = socket_.send(request);
      if (sent == Socket::failed) fail("signing in: the server does not listen");
      request.erase(0, static_cast<std::size_t>(std::max(sent, 0L)));
      return request.empty();
    });
    std::string answer;
    std::size_t whole = std::string::npos;
    wait([&] {
      char piece[4096];
      const long got = socket_.receive(piece, sizeof piece);
      if (got == 0 || got == Socket::failed) fail("signing in: the server hung up");
      if (got > 0) answer.append(piece, static_cast<std::size_t>(got));
      const auto head = answer.find("\r\n\r\n");
      if (head == std::string::npos) return false;
      whole = head + 4 + static_cast<std::size_t>(std::max<std::int64_t>(0, number_after(answer, "Content-Length: ")));
      return answer.size() >= whole;
    });
    const auto head = answer.find("\r\n\r\n");
    return {answer.substr(0, head), answer.substr(head + 4)};
  }

 private:
  template <class Done>
  void wait(Done done) {
    const std::int64_t end = now_us() + 20'000'000;
    while (!done())
      if (now_us() > end) fail("signing in takes too long");
  }

  std::uint16_t port_;
  Socket socket_;
};

std::string cookie_in(const std::string& head) {
  const auto begin = head.find("Set-Cookie: ");
  if (begin == std::string::npos) return {};
  return head.substr(begin + 12, head.find(';', begin) - begin - 12);
}

std::string sign_in_line(Http& http, const std::string& role, const std::string& person, const std::string& token) {
  const std::string form = R"({"token":")" + token + R"(","device_name":"crowd")";
  auto [head, body] = http.post("/api/sign-in", form + "}");
  if (Json::parse(body)["passphrase"].is("set") || Json::parse(body)["passphrase"].is("give"))
    std::tie(head, body) = http.post("/api/sign-in", form + R"(,"passphrase":)" + quoted(passphrase) + "}");
  const std::string cookie = cookie_in(head);
  if (cookie.empty()) fail("signing in was refused: " + body);
  return role + '\t' + Json::parse(body)["device"].scalar + '\t' + cookie + '\t' + person + '\n';
}

}  // namespace

void sign_in(Bench& bench) {
  std::ifstream links(bench.options.text("links"));
  std::ofstream devices(bench.options.text("to"));
  Http http(bench.endpoint);
  long count = 0;
  std::string label;
  for (std::string line; std::getline(links, line);) {
    const auto token = line.find("/join#");
    const auto dot = label.find(" · ");
    if (token != std::string::npos && dot != std::string::npos) {
      devices << sign_in_line(http, label.substr(0, dot), label.substr(dot + 4), line.substr(token + 6));
      ++count;
    }
    label = line;
  }
  if (count == 0) fail("there are no links in " + bench.options.text("links"));
  bench.report.add("devices", static_cast<double>(count));
}

}  // namespace crowd
