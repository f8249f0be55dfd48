// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpmessage.h"

#include <algorithm>
#include <array>

namespace gleaner::test
{

namespace
{

QByteArray reasonPhrase(int status)
{
    struct Phrase {
        int status;
        const char *words;
    };
    static constexpr std::array phrases{Phrase{100, "Continue"}, Phrase{103, "Early Hints"},
        Phrase{200, "OK"}, Phrase{204, "No Content"}, Phrase{206, "Partial Content"},
        Phrase{301, "Moved Permanently"}, Phrase{302, "Found"}, Phrase{303, "See Other"},
        Phrase{304, "Not Modified"}, Phrase{307, "Temporary Redirect"},
        Phrase{308, "Permanent Redirect"}, Phrase{400, "Bad Request"}, Phrase{401, "Unauthorized"},
        Phrase{403, "Forbidden"}, Phrase{404, "Not Found"}, Phrase{410, "Gone"},
        Phrase{416, "Range Not Satisfiable"}, Phrase{429, "Too Many Requests"},
        Phrase{500, "Internal Server Error"}, Phrase{502, "Bad Gateway"},
        Phrase{503, "Service Unavailable"}, Phrase{504, "Gateway Timeout"}};
    for (const Phrase &phrase : phrases) {
        if (phrase.status == status)
            return phrase.words;
    }
    return "Status " + QByteArray::number(status);
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

QByteArray Request::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.first(mark);
}

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

QByteArray Request::query(const QByteArray &name) const
{
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return {};
    const QList<QByteArray> pairs = target.sliced(mark + 1).split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        if (pair.first(equals < 0 ? pair.size() : equals) == name)
            return QByteArray::fromPercentEncoding(equals < 0 ? "" : pair.sliced(equals + 1));
    }
    return {};
}

qint64 Request::number(const QByteArray &name, qint64 otherwise) const
{
    bool ok = false;
    const qint64 value = query(name).toLongLong(&ok);
    return ok ? value : otherwise;
}

QByteArray responseHead(int status, const Headers &headers)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

Reply::Reply(const Request &request)
    : m_withoutBody(request.method == "HEAD")
    , m_closes(request.version != "HTTP/1.1"
          || request.header("Connection").compare("close", Qt::CaseInsensitive) == 0)
{
}

Reply &Reply::answer(
    int status, const QByteArray &type, const QByteArray &body, const Headers &headers)
{
    Headers all;
    if (!type.isEmpty())
        all.emplaceBack("Content-Type", type);
    if (mayHaveBody(status))
        all.emplaceBack("Content-Length", QByteArray::number(body.size()));
    if (m_closes)
        all.emplaceBack("Connection", "close");
    all += headers;
    send(responseHead(status, all));
    if (!m_withoutBody && mayHaveBody(status))
        send(body);
    return *this;
}

Reply &Reply::send(const QByteArray &bytes)
{
    return repeat(bytes, 1);
}

Reply &Reply::repeat(const QByteArray &bytes, quint64 times)
{
    if (bytes.isEmpty() || times == 0)
        return *this;
    // Short bytes are gathered, so that not each of them costs a system call.
    const auto most = std::max<quint64>(1, 65536 / quint64(bytes.size()));
    const quint64 together = std::min(times, most);
    m_steps.push_back({Step::Kind::Send, bytes.repeated(qsizetype(together)), times / together});
    if (const quint64 left = times % together; left > 0)
        m_steps.push_back({Step::Kind::Send, bytes.repeated(qsizetype(left)), 1});
    return *this;
}

Reply &Reply::drip(const QByteArray &bytes, qsizetype piece, milliseconds pause)
{
    if (!bytes.isEmpty())
        m_steps.push_back({Step::Kind::Send, bytes, 1, piece, pause});
    return *this;
}

Reply &Reply::wait(milliseconds pause)
{
    m_steps.push_back({Step::Kind::Wait, {}, 1, 0, pause});
    return *this;
}

Reply &Reply::hold(const QByteArray &gate)
{
    m_steps.push_back({Step::Kind::Hold, gate});
    return *this;
}

Reply &Reply::close()
{
    m_steps.push_back({Step::Kind::Close});
    return *this;
}

Reply &Reply::reset()
{
    m_steps.push_back({Step::Kind::Reset});
    return *this;
}

Reply &Reply::stall()
{
    m_steps.push_back({Step::Kind::Stall});
    return *this;
}

std::deque<Step> Reply::takeSteps()
{
    if (m_closes)
        close();
    return std::move(m_steps);
}

} // namespace gleaner::test
