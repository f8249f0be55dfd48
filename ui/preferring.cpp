// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferring.h"

#include "ui/addresshistory.h"
#include "ui/density.h"
#include "ui/downloads.h"
#include "ui/figures.h"
#include "ui/jobform.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"
#include "ui/preferencesdialog.h"
#include "ui/readablecolours.h"

#include <QAction>

namespace gleaner
{

Preferring::Preferring(PreferencesKeeper *keeper, Parts parts, QAction *open, QWidget *window)
    : QObject(window)
    , m_keeper(keeper)
    , m_parts(parts)
    , m_window(window)
{
    connect(open, &QAction::triggered, this, &Preferring::ask);
    connect(keeper, &PreferencesKeeper::changed, this, [this] {
        apply();
        m_parts.form->prefer(m_keeper->values());
    });
    // The form has its job from the command line, which has looked at them before.
    apply();
    // Posted: the window has its first message to show yet.
    QMetaObject::invokeMethod(this, &Preferring::sayWhatWasDamaged, Qt::QueuedConnection);
}

void Preferring::ask()
{
    if (m_window->findChild<PreferencesDialog *>())
        return;
    auto *dialog =
        new PreferencesDialog(m_keeper->values(), m_parts.shortcuts->entries(), m_window);
    connect(dialog, &PreferencesDialog::chosen, this, [this](const Preferences &values) {
        if (!m_keeper->set(values))
            m_parts.messages->show(MessageBar::Kind::Warning,
                tr("The preferences could not be written; they hold until Gleaner is closed."));
    });
    dialog->open();
}

void Preferring::apply()
{
    const Preferences &values = m_keeper->values();
    useSizeUnits(values.units);
    useDensity(values.density);
    useReadableColours();
    m_parts.downloads->setAtOnce(values.atOnce);
    m_parts.history->setKept(values.history == HistoryPolicy::Kept);
    m_parts.shortcuts->apply(values.shortcuts);
}

void Preferring::sayWhatWasDamaged()
{
    if (m_keeper->damagedFile().isEmpty())
        return;
    m_parts.messages->show(MessageBar::Kind::Warning,
        tr("The preferences could not be read, so these are the defaults. The file is kept as "
           "\"%1\".")
            .arg(visibleText(m_keeper->damagedFile())));
}

} // namespace gleaner
