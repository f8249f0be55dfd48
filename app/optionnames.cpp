// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/optionnames.h"

#include <QCommandLineParser>

namespace gleaner
{

void declareOptions(QCommandLineParser &parser)
{
    const auto flag = [](const QStringList &names) { return QCommandLineOption(names); };
    const auto with = [](const QStringList &names) {
        return QCommandLineOption(names, QString(), QStringLiteral("value"));
    };
    const auto names = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
    parser.addOptions({flag(names("headless")), flag(names("json")), flag(names("no-robots")),
        flag(names("no-traps")), flag(names("content-disposition")), flag(names("no-xattr")),
        flag(names("h help")), flag(names("v version")), with(names("P directory")),
        with(names("w workers")), with(names("per-host")), with(names("d depth")),
        with(names("scope")), with(names("include")), with(names("exclude")), with(names("types")),
        with(names("max-size")), with(names("max-files")), with(names("max-total")),
        with(names("delay")), with(names("tries")), with(names("timeout")), with(names("links")),
        with(names("header")), with(names("user-agent")), with(names("cookies")),
        with(names("limit-rate")), with(names("user")), with(names("proxy")),
        with(names("ca-certificate")), with(names("resume")), flag(names("list")),
        with(names("export")), flag(names("overwrite")), flag(names("warc")),
        flag(names("keep-old-versions"))});
}

} // namespace gleaner
