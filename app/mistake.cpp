// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mistake.h"

#include "ui/plaintext.h"

#include <QCoreApplication>

namespace gleaner
{

void Mistake::note(const char *sentence, const QString &argument)
{
    const QString text = QCoreApplication::translate("CommandLine", sentence);
    note(argument.isNull() ? text : text.arg(visibleText(argument)));
}

void Mistake::note(const QString &sentence)
{
    if (m_text.isEmpty())
        m_text = sentence;
}

} // namespace gleaner
