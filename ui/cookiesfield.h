// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/cookiesfile.h"
#include "core/task/crossing.h"

#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace gleaner
{

/// The cookies that a person brings from a browser, as a cookies.txt. Says how many there are,
/// never a word of them. Owned by a form; the file is read in a thread of its own.
class CookiesField : public QWidget
{
    Q_OBJECT

public:
    explicit CookiesField(QWidget *parent = nullptr);
    ~CookiesField() override;

    QToolButton *button() { return m_choose; }
    /// Reads them from that file.
    void read(const QString &fileName);
    const std::vector<Cookie> &cookies() const { return m_cookies; }
    /// Why they cannot be used, or not yet; empty if nothing is the matter.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void edited();

private:
    void choose();
    void forget();
    void take(const QString &fileName, std::variant<std::vector<Cookie>, NoCookiesFile> read);
    void show(const QString &text);

    QLabel *m_said;
    QToolButton *m_choose;
    QToolButton *m_forget;
    std::vector<Cookie> m_cookies;
    QString m_problem;
    int m_reading = 0; ///< counts the files, because a person may choose another one meanwhile
    Inbox m_inbox;
    std::unique_ptr<SerialThread> m_thread; ///< made when it is needed
};

/// What is the matter with such a file, in a whole sentence.
QString noCookiesText(const NoCookiesFile &wrong, const QString &fileName);

} // namespace gleaner
