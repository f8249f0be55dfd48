// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace gleaner
{

class Downloads;
class PreferencesKeeper;

/// Closing the window while downloads run: asks once, stops them, and closes when they have ended.
/// Owned by the window.
class Quitting : public QObject
{
    Q_OBJECT

public:
    Quitting(Downloads *downloads, const PreferencesKeeper *preferences, QWidget *window);

    /// Closes the window, and does not hide it instead.
    void quit();
    bool isQuitting() const { return m_isQuitting || m_isClosing; }

    /// False if something runs; a person is then asked, and the window closed again if that is the
    /// answer.
    bool mayClose();

private:
    void ask();
    void stopAndClose();
    void look();
    void tell();

    Downloads *m_downloads;
    const PreferencesKeeper *m_preferences;
    QWidget *m_window;
    bool m_isQuitting = false;
    bool m_isClosing = false;
};

} // namespace gleaner
