// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QStandardPaths>

#include <algorithm>

namespace gleaner
{

Translations::Translations(const QStringList &languages)
{
    if (std::ranges::none_of(languages, [this](const QString &language) { return use(language); }))
        use(QStringLiteral("en"));
}

Translations::~Translations()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

bool Translations::use(const QString &language)
{
    QStringList folders = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation,
        QStringLiteral("gleaner/translations"), QStandardPaths::LocateDirectory);
    folders.append(QStringLiteral(":/translations"));
    const auto isThere = [&](const QString &folder) {
        return load(QStringLiteral("gleaner_"), language, folder);
    };
    if (std::ranges::none_of(folders, isThere))
        return false;
    m_language = m_translators.back()->language();
    // Qt's in another language than ours would be a window in two languages.
    load(QStringLiteral("qtbase_"), language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return true;
}

bool Translations::load(const QString &name, const QString &language, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    QString suffix = language;
    // "de-AT" is looked for as de_AT, then as de.
    if (!translator->load(name + suffix.replace(QLatin1Char('-'), QLatin1Char('_')), folder))
        return false;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
    return true;
}

} // namespace gleaner
