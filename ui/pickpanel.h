// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "ui/pickmodel.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace gleaner
{

class ColumnWidths;
class PickGroups;

/// What a scan has found, to be ticked: the tree with boxes, the same by kind of file and by host,
/// the sum of what is ticked, and the button that fetches it. Owned by the window's page.
class PickPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PickPanel(QWidget *parent = nullptr);
    ~PickPanel() override;

    /// Nothing for none. It is told before the session goes.
    void setSession(Session *session);
    /// The keyboard goes to what was found.
    void focusTree();
    /// `whyNot` says why nothing can be downloaded now, whatever is ticked.
    void refresh(const QString &whyNot);

Q_SIGNALS:
    /// Those are to be downloaded, and nothing else.
    void wanted(const std::vector<gleaner::RecordId> &ticked, gleaner::Purpose purpose);

private:
    QWidget *makeTools();
    QWidget *makeLists();
    QWidget *makeEnd();
    void tickMatching(bool isTicked);
    void tickAll(bool isTicked);
    void downloadWhenTicked();
    void showPicks();
    void showSites();

    struct Models;
    std::unique_ptr<Models> m_models; ///< of the session; null for none
    Session *m_session = nullptr;
    QString m_whyNot;
    bool m_isDownloadWanted = false; ///< as soon as all boxes are ticked that are to be
    bool m_toShow = false; ///< the sums have changed and are not shown yet
    QTimer m_showing;
    QTreeView *m_tree;
    ColumnWidths *m_treeWidths;
    QTreeView *m_types;
    QTreeView *m_hosts;
    QLineEdit *m_pattern;
    QLabel *m_found;
    QLabel *m_sum;
    QCheckBox *m_requisites;
    QPushButton *m_download;
};

} // namespace gleaner
