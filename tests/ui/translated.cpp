// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever links this has the program's words, as the program itself has, in the language of its
// environment; for ctest that is English.
#include "ui/translations.h"

#include <QCoreApplication>

using namespace gleaner;

namespace
{

std::unique_ptr<Translations> translations;

void loadThem()
{
    translations = std::make_unique<Translations>();
    qAddPostRoutine([] { translations.reset(); });
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(loadThem)
