// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mistake.h"

#include "app/exitstatus.h"
#include "ui/plaintext.h"

#include <QCoreApplication>

#include <cstdio>

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

void say(const QString &sentence)
{
    fprintf(stderr, "gleaner: %s\n", qUtf8Printable(sentence));
}

int mistaken(const QString &sentence)
{
    say(sentence);
    return int(ExitStatus::WrongUsage);
}

} // namespace gleaner
