// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/crossing.h"
#include "ui/addresstext.h"
#include "ui/newdownload.h"

#include <QPointer>

class QAction;
class QMimeData;

namespace gleaner
{

/// All ways by which addresses come in beside the form: the New Download dialog, Ctrl+V, what is
/// dropped on the window, a list in a file. Each of them ends in the dialog, where a person sees
/// what is about to be fetched. Owned by the window; knows no download.
class Intake : public QObject
{
    Q_OBJECT

public:
    /// What the dialog takes for granted is asked for when it opens.
    struct Source {
        std::function<CrawlJob()> options;
        NewDownload::JobFor jobFor;
        DefaultDirectory directoryFor;
    };
    /// `stateFile`: an .ini for whether the fold is open; empty: it is not remembered.
    Intake(Source source, QString stateFile, QWidget *window);

    QAction *newDownload() { return m_new; }
    QAction *paste() { return m_paste; }
    QAction *openList() { return m_openList; }

    /// A file with one address a line: read on a pool thread.
    void readList(const QString &file);

Q_SIGNALS:
    void wanted(const std::vector<gleaner::CrawlJob> &jobs, gleaner::Begin begin);
    /// Why nothing, or not all, came of it.
    void told(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void pasteAddresses();
    void chooseList();
    void take(const QMimeData &data, const QString &ifNone);
    void take(const AddressesInText &found, const QString &ifNone);
    NewDownload *dialog();

    Source m_source;
    QString m_stateFile;
    QWidget *m_window;
    QAction *m_new;
    QAction *m_paste;
    QAction *m_openList;
    QPointer<NewDownload> m_dialog;
    Inbox m_inbox; ///< lists arrive here from the pool
};

} // namespace gleaner
