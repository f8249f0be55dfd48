// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;

namespace gleaner
{

class Docks;

/// Where the window was, and which panels it had, from one start to the next: read when this is
/// made, written when the window is closed. A layout of another version, and a file that cannot be
/// read, is as none. Owned by the window.
class WindowLayout : public QObject
{
    Q_OBJECT

public:
    /// Grows when panels are renamed or mean something else.
    static constexpr int version = 1;

    /// Without a file nothing is remembered.
    WindowLayout(QMainWindow *window, Docks *docks, const QString &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    void save() const;

    QMainWindow *m_window;
    Docks *m_docks;
    QString m_file;
};

} // namespace gleaner
