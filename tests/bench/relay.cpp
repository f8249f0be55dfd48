// SPDX-License-Identifier: GPL-3.0-or-later
//
// A far server on loopback: passes connections on to 127.0.0.1:PORT as a line of so many megabits a
// second would that takes so long in each direction. Prints its own port, ends with its parent.
//
//     relay PORT [DELAY-MS [MBIT/S]]            20 ms and 200 Mbit/s if not said
//
// Both directions have the bandwidth to themselves, and all connections share it. A connection's
// first bytes are a round trip late, as after a real handshake. Nothing is lost.
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <list>
#include <optional>
#include <vector>

#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace
{

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;
using std::chrono::nanoseconds;

constexpr size_t pieceSize = 16 * 1024;
/// What a pipe may hold: far more than is under way at that speed, and no end of memory.
constexpr size_t mostHeld = 2 * 1024 * 1024;

/// One direction of the line.
class Line
{
public:
    Line(nanoseconds delay, double bytesPerSecond)
        : m_delay(delay)
        , m_bytesPerSecond(bytesPerSecond)
    {
    }

    nanoseconds delay() const { return m_delay; }
    /// When so many bytes, handed over at that time, have arrived.
    Time arrival(size_t bytes, Time handedOver)
    {
        const auto takes = nanoseconds(nanosecondsFor(bytes));
        m_free = std::max(m_free, handedOver) + takes;
        return m_free + m_delay;
    }

private:
    long long nanosecondsFor(size_t bytes) const
    {
        return static_cast<long long>(double(bytes) / m_bytesPerSecond * 1e9);
    }

    nanoseconds m_delay;
    double m_bytesPerSecond;
    Time m_free;
};

/// One direction of one connection.
class Pipe
{
public:
    Pipe(int from, int to, Line &line, Time opened)
        : m_from(from)
        , m_to(to)
        , m_line(line)
        , m_opened(opened)
    {
    }

    /// False when the connection is beyond help.
    bool readSome(Time now)
    {
        std::vector<char> bytes(pieceSize);
        const ssize_t count = ::recv(m_from, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        bytes.resize(size_t(count));
        // An end takes its time as well.
        const Time due = m_line.arrival(bytes.size(), std::max(now, m_opened));
        m_ended = count == 0;
        m_held += bytes.size();
        m_waiting.push_back({std::move(bytes), due});
        return true;
    }

    bool writeWhatIsDue(Time now)
    {
        m_blocked = false;
        while (!m_waiting.empty() && m_waiting.front().due <= now) {
            Piece &piece = m_waiting.front();
            if (piece.bytes.empty()) {
                ::shutdown(m_to, SHUT_WR);
                m_waiting.pop_front();
                continue;
            }
            const ssize_t count = ::send(m_to, piece.bytes.data() + m_written,
                piece.bytes.size() - m_written, MSG_DONTWAIT | MSG_NOSIGNAL);
            if (count < 0) {
                m_blocked = errno == EAGAIN || errno == EINTR;
                return m_blocked;
            }
            m_written += size_t(count);
            if (m_written < piece.bytes.size())
                continue;
            m_held -= m_written;
            m_written = 0;
            m_waiting.pop_front();
        }
        return true;
    }

    int from() const { return m_from; }
    int to() const { return m_to; }
    bool wantsToRead() const { return !m_ended && m_held < mostHeld; }
    bool isBlocked() const { return m_blocked; }
    bool isDone() const { return m_ended && m_waiting.empty(); }
    std::optional<Time> nextDue() const
    {
        if (m_blocked || m_waiting.empty())
            return std::nullopt;
        return m_waiting.front().due;
    }

private:
    struct Piece {
        std::vector<char> bytes; ///< none: the end
        Time due;
    };
    int m_from;
    int m_to;
    Line &m_line;
    Time m_opened; ///< before that the handshake is under way
    std::deque<Piece> m_waiting;
    size_t m_written = 0; ///< of the first
    size_t m_held = 0;
    bool m_ended = false;
    bool m_blocked = false;
};

class Connection
{
public:
    Connection(int client, int server, Line &up, Line &down)
        : m_client(client)
        , m_server(server)
        , m_pipes{Pipe(client, server, up, Clock::now() + up.delay() + down.delay()),
              Pipe(server, client, down, Clock::now())}
    {
    }
    ~Connection()
    {
        ::close(m_client);
        ::close(m_server);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Pipe *begin() { return m_pipes; }
    Pipe *end() { return m_pipes + 2; }
    bool isDone() const { return m_broken || (m_pipes[0].isDone() && m_pipes[1].isDone()); }
    void setBroken() { m_broken = true; }

private:
    int m_client;
    int m_server;
    Pipe m_pipes[2];
    bool m_broken = false;
};

[[noreturn]] void fail(const char *what)
{
    std::perror(what);
    std::exit(1);
}

int tcpSocket()
{
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made < 0)
        fail("socket");
    const int yes = 1;
    ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return made;
}

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

class Relay
{
public:
    Relay(int serverPort, nanoseconds delay, double bytesPerSecond)
        : m_server(loopback(serverPort))
        , m_up(delay, bytesPerSecond)
        , m_down(delay, bytesPerSecond)
        , m_listener(tcpSocket())
    {
        sockaddr_in any = loopback(0);
        socklen_t size = sizeof any;
        if (::bind(m_listener, reinterpret_cast<sockaddr *>(&any), size) < 0
            || ::listen(m_listener, 256) < 0
            || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&any), &size) < 0)
            fail("listen");
        std::printf("%d\n", ntohs(any.sin_port));
        std::fflush(stdout);
    }

    [[noreturn]] void run()
    {
        for (;;) {
            waitForWork();
            if (m_watched.front().revents)
                accept();
            const Time now = Clock::now();
            size_t place = 1;
            for (Connection &connection : m_connections) {
                for (Pipe &pipe : connection) {
                    const bool readable = place < m_watched.size() && m_watched[place].revents;
                    place += 2;
                    if ((readable && pipe.wantsToRead() && !pipe.readSome(now))
                        || !pipe.writeWhatIsDue(now))
                        connection.setBroken();
                }
            }
            m_connections.remove_if([](const Connection &each) { return each.isDone(); });
        }
    }

private:
    void waitForWork()
    {
        m_watched = {{m_listener, POLLIN, 0}};
        std::optional<Time> next;
        for (Connection &connection : m_connections) {
            for (const Pipe &pipe : connection) {
                m_watched.push_back({pipe.wantsToRead() ? pipe.from() : -1, POLLIN, 0});
                m_watched.push_back({pipe.isBlocked() ? pipe.to() : -1, POLLOUT, 0});
                if (const auto due = pipe.nextDue())
                    next = std::min(next.value_or(*due), *due);
            }
        }
        timespec patience{};
        if (next) {
            const auto left = std::max(nanoseconds(0), nanoseconds(*next - Clock::now()));
            patience.tv_sec = left.count() / 1'000'000'000;
            patience.tv_nsec = left.count() % 1'000'000'000;
        }
        ::ppoll(m_watched.data(), m_watched.size(), next ? &patience : nullptr, nullptr);
    }

    void accept()
    {
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        const int yes = 1;
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        const int server = tcpSocket();
        if (::connect(server, reinterpret_cast<const sockaddr *>(&m_server), sizeof m_server) < 0) {
            ::close(client);
            ::close(server);
            return;
        }
        m_connections.emplace_back(client, server, m_up, m_down);
    }

    sockaddr_in m_server;
    Line m_up;
    Line m_down;
    int m_listener;
    std::list<Connection> m_connections;
    std::vector<pollfd> m_watched; ///< the listener, then two for each pipe
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 4) {
        std::fputs("usage: relay PORT [DELAY-MS [MBIT/S]]\n", stderr);
        return 2;
    }
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const double delay = argc > 2 ? std::atof(argv[2]) : 20;
    const double megabits = argc > 3 ? std::atof(argv[3]) : 200;
    Relay relay(
        std::atoi(argv[1]), nanoseconds(static_cast<long long>(delay * 1e6)), megabits * 1e6 / 8);
    relay.run();
}
