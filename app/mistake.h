// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gleaner
{

/// The first thing that is wrong with a command line, as one sentence.
class Mistake
{
public:
    /// `sentence` is in the translations' context "CommandLine"; its %1 is the argument, made
    /// visible. Whatever comes after the first is dropped.
    void note(const char *sentence, const QString &argument = {});
    void note(const QString &sentence);

    bool isNone() const { return m_text.isEmpty(); }
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

/// Says it where a program says what is wrong.
void say(const QString &sentence);
/// Says it; the exit status for a command line that is wrong.
int mistaken(const QString &sentence);

} // namespace gleaner
