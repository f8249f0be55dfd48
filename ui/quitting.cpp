// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quitting.h"

#include "ui/downloads.h"
#include "ui/figures.h"
#include "ui/preferenceskeeper.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace gleaner
{

Quitting::Quitting(Downloads *downloads, const PreferencesKeeper *preferences, QWidget *window)
    : QObject(window)
    , m_downloads(downloads)
    , m_preferences(preferences)
    , m_window(window)
{
    // Posted: who hears of an end may still be showing it.
    connect(downloads, &Downloads::stateChanged, this, &Quitting::look, Qt::QueuedConnection);
}

void Quitting::quit()
{
    m_isQuitting = true;
    m_window->close();
    m_isQuitting = false;
}

bool Quitting::mayClose()
{
    if (m_downloads->activeCount() == 0)
        return true;
    if (m_isClosing)
        return false;
    if (m_preferences->values().onClose == OnClose::StopAndQuit)
        stopAndClose();
    else
        ask();
    return false;
}

void Quitting::ask()
{
    if (m_window->findChild<QMessageBox *>(QStringLiteral("quit")))
        return;
    const int active = m_downloads->activeCount();
    auto *question = new QMessageBox(QMessageBox::Question, tr("Quit Gleaner"),
        active == 1
            ? tr("A download is still running. Stop it and quit? What is saved stays.")
            : tr("%1 downloads are still running or waiting. Stop them and quit? What is saved "
                 "stays, and all of them can be continued.")
                  .arg(countText(active)),
        QMessageBox::Cancel, m_window);
    question->setObjectName(QStringLiteral("quit"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *quit = question->addButton(
        active == 1 ? tr("Stop and &Quit") : tr("Stop All and &Quit"), QMessageBox::AcceptRole);
    connect(quit, &QAbstractButton::clicked, this, &Quitting::stopAndClose);
    question->open();
}

void Quitting::look()
{
    if (m_downloads->activeCount() > 0)
        return;
    // They may have ended by themselves while the question stood.
    if (auto *question = m_window->findChild<QMessageBox *>(QStringLiteral("quit")))
        question->close();
    if (auto *closing = m_window->findChild<QMessageBox *>(QStringLiteral("closing")))
        closing->close();
    if (m_isClosing)
        m_window->close();
}

void Quitting::stopAndClose()
{
    m_isClosing = true;
    if (m_downloads->activeCount() == 0) {
        m_window->close();
        return;
    }
    m_downloads->stopAll();
    // Mostly they have ended before anybody could read it.
    QTimer::singleShot(std::chrono::milliseconds(150), this, &Quitting::tell);
    // A download that does not end is ended by its destructor.
    QTimer::singleShot(std::chrono::seconds(3), this, [] { QApplication::exit(); });
}

void Quitting::tell()
{
    if (m_downloads->activeCount() == 0)
        return;
    auto *closing = new QMessageBox(QMessageBox::Information, tr("Quit Gleaner"),
        tr("Saving what is known of the downloads…"), QMessageBox::NoButton, m_window);
    closing->setObjectName(QStringLiteral("closing"));
    closing->setAttribute(Qt::WA_DeleteOnClose);
    closing->setTextFormat(Qt::PlainText);
    closing->setInformativeText(
        tr("Nothing is lost if you do not wait; some files are then looked at once more."));
    const QPushButton *now = closing->addButton(tr("Quit &Now"), QMessageBox::DestructiveRole);
    // Not quit(): that would ask the window, which says that it waits.
    connect(now, &QAbstractButton::clicked, this, [] { QApplication::exit(); });
    closing->open();
}

} // namespace gleaner
