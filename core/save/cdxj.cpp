// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/cdxj.h"

#include "core/url/address.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gleaner
{

namespace
{

/// The lines of a head up to its empty line; what follows is left in `text`.
QByteArrayList takeHead(QByteArrayView &text)
{
    const qsizetype end = text.indexOf("\r\n\r\n");
    const QByteArrayView head = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArrayView() : text.sliced(end + 4);
    QByteArrayList lines = head.toByteArray().split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

QByteArray fieldOf(const QByteArrayList &lines, QByteArrayView name)
{
    for (const QByteArray &line : lines) {
        if (line.size() > name.size() && line[name.size()] == ':'
            && QByteArrayView(line).first(name.size()).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QByteArray quoted(const QByteArray &text)
{
    return QJsonDocument(QJsonArray{QString::fromUtf8(text)})
        .toJson(QJsonDocument::Compact)
        .sliced(1)
        .chopped(1);
}

} // namespace

std::optional<WarcCapture> captureOf(const WarcReader::Member &member)
{
    QByteArrayView text = member.beginning;
    if (!text.startsWith("WARC/"))
        return std::nullopt;
    const QByteArrayList lines = takeHead(text);
    WarcCapture capture;
    capture.type = fieldOf(lines, "WARC-Type");
    capture.target = fieldOf(lines, "WARC-Target-URI");
    capture.date = fieldOf(lines, "WARC-Date");
    capture.digest = fieldOf(lines, "WARC-Payload-Digest");
    QByteArray type = fieldOf(lines, "Content-Type");
    if (type.startsWith("application/http")) {
        const QByteArrayList http = takeHead(text);
        capture.status = http.front().split(' ').value(1).toInt();
        type = fieldOf(http, "Content-Type");
    }
    capture.mime = capture.type == "revisit" ? QByteArray("warc/revisit")
                                             : type.split(';').front().trimmed().toLower();
    return capture;
}

bool isShown(const WarcCapture &capture)
{
    return !capture.target.isEmpty()
        && (capture.type == "response" || capture.type == "resource" || capture.type == "revisit");
}

QByteArray surtOf(const QByteArray &text)
{
    const auto address = Address::parse(text.toLower());
    if (!address || !address->isWeb())
        return text;
    QByteArray host = address->host().toByteArray();
    // "www." and "www2." say nothing.
    qsizetype digits = 3;
    while (host.startsWith("www") && digits < host.size() && host[digits] >= '0'
        && host[digits] <= '9')
        ++digits;
    if (host.startsWith("www") && digits < host.size() && host[digits] == '.')
        host = host.mid(digits + 1);
    QByteArrayList labels = host.split('.');
    std::ranges::reverse(labels);
    QByteArray surt = labels.join(',');
    if (!address->hasDefaultPort())
        surt += ':' + QByteArray::number(address->port());
    surt += ')' + address->path().toByteArray();
    if (address->hasQuery()) {
        QByteArrayList parts = address->query().toByteArray().split('&');
        std::ranges::sort(parts);
        surt += '?' + parts.join('&');
    }
    return surt;
}

QByteArray indexTime(const QByteArray &warcDate)
{
    QByteArray digits;
    for (const char c : warcDate) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    return digits.left(14);
}

QByteArray cdxjLine(
    const WarcCapture &capture, const WarcReader::Member &member, const QByteArray &file)
{
    QByteArray line = surtOf(capture.target) + ' ' + indexTime(capture.date)
        + " {\"url\":" + quoted(capture.target);
    if (!capture.mime.isEmpty())
        line += ",\"mime\":" + quoted(capture.mime);
    if (capture.status > 0)
        line += ",\"status\":\"" + QByteArray::number(capture.status) + '"';
    if (!capture.digest.isEmpty())
        line += ",\"digest\":" + quoted(capture.digest);
    return line + ",\"length\":\"" + QByteArray::number(member.length) + "\",\"offset\":\""
        + QByteArray::number(member.offset) + "\",\"filename\":" + quoted(file) + "}\n";
}

} // namespace gleaner
