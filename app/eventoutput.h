// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gleaner
{

/// Standard output as other programs read it: whole lines, each handed over at once. Waits for a
/// reader that is slow; after a failure it takes nothing more.
class EventOutput
{
public:
    /// False once a line could not be handed over.
    bool write(const QByteArray &line);

    /// Why not; empty when only nobody reads any more, which is no mistake of anybody's.
    const QString &problem() const { return m_problem; }

private:
    bool m_open = true;
    QString m_problem;
};

/// Closed standard descriptors become ones that can be neither read nor written. Left closed, the
/// next file that is opened would get the number, and what is printed. First thing of all.
void fillStandardDescriptors();

} // namespace gleaner
