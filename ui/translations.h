// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

namespace gleaner
{

/// The program's words in a person's language, and Qt's own in the same one, for as long as this
/// lives. Owned by main, or by a test; lives after the application was made, in its thread.
///
/// The first of the languages that there are words in is taken, so LANGUAGE=fr:de is German. Where
/// there are none, the words are English, which needs a translation as well: for its plurals.
/// Beside those that are built in, gleaner_<language>.qm is looked for in the folder
/// gleaner/translations of the person's and the system's data folders, and comes first; so a
/// translation can be tried without building anything.
class Translations
{
public:
    /// `languages` as QLocale::uiLanguages() names them, the dearest first.
    explicit Translations(const QStringList &languages = QLocale::system().uiLanguages());
    ~Translations();
    Q_DISABLE_COPY_MOVE(Translations)

    /// Of the program's words, such as "de".
    const QString &language() const { return m_language; }

private:
    /// Whether there are words of ours in this language; then they are in use.
    bool use(const QString &language);
    bool load(const QString &name, const QString &language, const QString &folder);

    std::vector<std::unique_ptr<QTranslator>> m_translators;
    QString m_language;
};

} // namespace gleaner
