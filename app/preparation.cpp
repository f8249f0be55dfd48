// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preparation.h"

#include "app/commandline.h"
#include "app/mistake.h"
#include "app/password.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>

#include <functional>

namespace gleaner
{

namespace
{

/// More is no list of certificates; the system's whole one has about 220 KiB.
constexpr qint64 largestCertificateFile = 16 * 1024 * 1024;

void readAuthorities(CommandLine &line, Mistake &mistake)
{
    for (const QString &name : line.authorityFiles) {
        QFile file(name);
        if (name.isEmpty() || !file.open(QIODevice::ReadOnly)) {
            mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                             "The file of --ca-certificate could not be read: \"%1\"."),
                name);
            continue;
        }
        const auto read = QSslCertificate::fromData(file.read(largestCertificateFile), QSsl::Pem);
        if (read.isEmpty())
            mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                             "The file of --ca-certificate holds no certificate in PEM form: "
                             "\"%1\"."),
                name);
        line.job.network.authorities += read;
    }
}

std::optional<QString> variable(const char *name)
{
    if (!qEnvironmentVariableIsSet(name))
        return std::nullopt;
    const QString value = qEnvironmentVariable(name);
    // Not for the programs that open a saved file.
    qunsetenv(name);
    return value;
}

/// Whoever types a password sees who will get it: one origin is not another.
std::optional<QString> ask(const Account &account)
{
    const QString question =
        QCoreApplication::translate("CommandLine", "Password of \"%1\" for %2:");
    return askPassword(question.arg(visibleText(account.user), visibleText(account.origin)));
}

using FindPassword = std::function<std::optional<QString>(const Account &)>;

void completeAccounts(CommandLine &line, const FindPassword &find, Mistake &mistake)
{
    for (Account &account : line.accounts) {
        if (!account.password)
            account.password = find(account);
        if (!account.password) {
            mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                             "There is no password for \"%1\": set GLEANER_PASSWORD, or start "
                             "in a terminal and type it when asked."),
                account.user);
            return;
        }
        line.job.network.credentials.insert(account.origin, {account.user, *account.password});
    }
}

} // namespace

QString prepare(CommandLine &line)
{
    Mistake mistake;
    readAuthorities(line, mistake);
    const std::optional<QString> given = variable("GLEANER_PASSWORD");
    const auto find = [&given](const Account &account) { return given ? given : ask(account); };
    if (mistake.isNone())
        completeAccounts(line, find, mistake);
    return mistake.text();
}

QString prepareHandedOver(CommandLine &line, const CredentialsByOrigin &known)
{
    Mistake mistake;
    readAuthorities(line, mistake);
    const auto find = [&known](const Account &account) {
        const auto found = known.constFind(account.origin);
        return found == known.constEnd() ? std::nullopt : std::optional(found->password);
    };
    completeAccounts(line, find, mistake);
    return mistake.text();
}

} // namespace gleaner
