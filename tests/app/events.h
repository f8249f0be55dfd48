// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace gleaner::test
{

/// The lines of --json. Lines that are no object are empty ones; whatIsWrong() tells.
class Events
{
public:
    explicit Events(const QByteArray &output);

    const QList<QJsonObject> &all() const { return m_events; }
    QList<QJsonObject> of(const char *kind) const;
    /// The values of "url" of these events, sorted.
    QStringList urls(const char *kind) const;
    /// What became of an address; empty if it was never mentioned.
    QJsonObject about(const QString &url) const;
    QJsonObject finished() const { return m_events.isEmpty() ? QJsonObject() : m_events.last(); }

    /// What breaks the contract with the programs that read this; empty if nothing does. Holds
    /// for every run: the order, the names, every address exactly once, sums that add up, and an
    /// outcome that agrees with the exit status.
    QString whatIsWrong(int status) const;

private:
    QString wrongWithSums(const QJsonObject &finished) const;

    QList<QByteArray> m_lines;
    QList<QJsonObject> m_events;
    bool m_endsWithLine;
};

} // namespace gleaner::test
