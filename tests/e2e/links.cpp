// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/links.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

namespace gleaner::test
{

namespace
{

const QString base = QStringLiteral("http://site.test/");

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The names of entities do not matter in file names; `&amp;` and numbers do.
QString withoutReferences(QString text)
{
    static const QRegularExpression number(QStringLiteral("&#(\\d+);"));
    for (auto match = number.match(text); match.hasMatch(); match = number.match(text))
        text.replace(
            match.capturedStart(), match.capturedLength(), QChar(match.captured(1).toUShort()));
    return text.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

QStringList linksOf(const QString &path, const QString &text)
{
    static const QRegularExpression html(
        QStringLiteral("<[a-zA-Z][^<>]*?\\s(?:href|src|data)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"));
    static const QRegularExpression css(QStringLiteral("url\\(\\s*['\"]?([^'\")]+)['\"]?\\s*\\)"));
    static const QRegularExpression comment(
        QStringLiteral("<!--.*?-->"), QRegularExpression::DotMatchesEverythingOption);
    const bool isPage = path.endsWith(u".html");
    QStringList found;
    const QString plain = isPage ? QString(text).remove(comment) : text;
    for (auto each = (isPage ? html : css).globalMatch(plain); each.hasNext();) {
        const auto match = each.next();
        found.append(withoutReferences(match.captured(1) + match.captured(2)));
    }
    return found;
}

/// The path below the site's root; null if the link leads elsewhere.
QString pathOf(const QString &page, const QString &link)
{
    const QUrl url = QUrl(base + page).resolved(QUrl(link));
    return url.host() == QUrl(base).host() ? url.path(QUrl::FullyDecoded).sliced(1) : QString();
}

} // namespace

Reachable reachableFrom(const QString &folder, const QString &start)
{
    Reachable reachable;
    QSet<QString> seen{start};
    QStringList waiting{start};
    while (!waiting.isEmpty()) {
        const QString path = waiting.takeLast();
        const QString name = QDir(folder).filePath(path);
        reachable.files.append(path);
        if (!path.endsWith(u".html") && !path.endsWith(u".css"))
            continue;
        for (const QString &link : linksOf(path, QString::fromUtf8(contents(name)))) {
            const QString target = pathOf(path, link);
            if (target.isNull() || seen.contains(target))
                continue;
            seen.insert(target);
            if (QFileInfo(QDir(folder).filePath(target)).isFile())
                waiting.append(target);
            else
                reachable.missing.insert(target, path);
        }
    }
    reachable.files.sort();
    return reachable;
}

} // namespace gleaner::test
