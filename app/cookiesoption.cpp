// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cookiesoption.h"

#include "core/net/cookiesfile.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QFile>

namespace gleaner
{

namespace
{

/// Far more than a browser keeps. /dev/zero has no end.
constexpr qint64 largestFile = 32 * 1024 * 1024;

QString say(const char *sentence)
{
    return QCoreApplication::translate("CommandLine", sentence);
}

} // namespace

QString readCookiesOption(const QString &fileName, std::vector<Cookie> &cookies)
{
    if (fileName.isEmpty())
        return say(QT_TRANSLATE_NOOP("CommandLine", "--cookies takes the name of a file."));
    const QString shown = visibleText(fileName);
    QFile file(fileName);
    QByteArray text;
    if (file.open(QIODevice::ReadOnly))
        text = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return say(QT_TRANSLATE_NOOP("CommandLine", "The cookies in \"%1\" cannot be read: %2."))
            .arg(shown, visibleText(file.errorString()));
    const auto read = parseCookiesFile(text);
    const auto *wrong = std::get_if<NoCookiesFile>(&read);
    if (text.size() > largestFile || (wrong && wrong->line == 0))
        return say(QT_TRANSLATE_NOOP("CommandLine",
                       "\"%1\" is not a cookies.txt file, such as curl and browsers' add-ons "
                       "write."))
            .arg(shown);
    if (wrong)
        return say(
            QT_TRANSLATE_NOOP("CommandLine", "Line %2 of the cookies in \"%1\" holds no cookie."))
            .arg(shown, QString::number(wrong->line));
    cookies = std::get<std::vector<Cookie>>(read);
    return {};
}

} // namespace gleaner
