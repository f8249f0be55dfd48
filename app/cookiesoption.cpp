// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cookiesoption.h"

#include "core/net/cookiesfile.h"
#include "ui/cookiesfield.h"

#include <QCoreApplication>

namespace gleaner
{

QString readCookiesOption(const QString &fileName, std::vector<Cookie> &cookies)
{
    if (fileName.isEmpty())
        return QCoreApplication::translate("CommandLine", "--cookies takes the name of a file.");
    auto read = readCookiesFile(fileName);
    if (const auto *wrong = std::get_if<NoCookiesFile>(&read))
        return noCookiesText(*wrong, fileName);
    cookies = std::get<std::vector<Cookie>>(std::move(read));
    return {};
}

} // namespace gleaner
