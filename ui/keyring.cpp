// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keyring.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

#include <qt6keychain/keychain.h>

namespace gleaner
{

namespace
{

QString service()
{
    return QStringLiteral("org.gleaner.Gleaner");
}

/// One entry holds both, so that they cannot come apart.
QString toText(const Credentials &credentials)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{credentials.user, credentials.password})
                                 .toJson(QJsonDocument::Compact));
}

std::optional<Credentials> readCredentials(const QString &text)
{
    const QJsonArray words = QJsonDocument::fromJson(text.toUtf8()).array();
    if (words.size() != 2 || words.at(0).toString().isEmpty())
        return {};
    return Credentials{words.at(0).toString(), words.at(1).toString()};
}

/// libsecret answers a job that is gone by then as well, and QtKeychain does not look: it has to
/// live as long as anybody turns the event loop.
QObject *ownerOfJobs()
{
    return QCoreApplication::instance();
}

} // namespace

void Keyring::find(const QByteArray &what, QObject *context, Found found)
{
    if (const auto known = m_known.constFind(what); known != m_known.constEnd()) {
        found(*known);
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(service(), ownerOfJobs());
    job->setKey(QString::fromLatin1(what));
    connect(job, &QKeychain::Job::finished, context, [job, found = std::move(found)] {
        found(job->error() == QKeychain::NoError ? readCredentials(job->textData()) : std::nullopt);
    });
    job->start();
}

void Keyring::keep(const QByteArray &what, const Credentials &credentials, Keeping where,
    QObject *context, Kept kept)
{
    m_known.insert(what, credentials);
    if (where == Keeping::UntilQuit) {
        kept(where);
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(service(), ownerOfJobs());
    job->setKey(QString::fromLatin1(what));
    job->setTextData(toText(credentials));
    connect(job, &QKeychain::Job::finished, context, [job, kept = std::move(kept)] {
        kept(job->error() == QKeychain::NoError ? Keeping::Keyring : Keeping::UntilQuit);
    });
    job->start();
}

} // namespace gleaner
