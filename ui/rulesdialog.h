// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/crawlrules.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace gleaner
{

class RulesForm;

/// Asks what is wanted: of the next download, or of one that is known already, whose addresses are
/// then judged anew. Deletes itself when it is closed; does not hold up the window.
class RulesDialog : public QDialog
{
    Q_OBJECT

public:
    enum class For : quint8 { NextDownload, KnownDownload };

    RulesDialog(For what, const CrawlJob &job, QWidget *parent);

Q_SIGNALS:
    void chosen(const gleaner::CrawlRules &rules, gleaner::LargeDownload whenLarge,
        gleaner::OldVersions oldVersions);

private:
    void check();

    RulesForm *m_form;
    QCheckBox *m_ask;
    QCheckBox *m_keepOld;
    QLabel *m_problem;
    QPushButton *m_apply;
};

} // namespace gleaner
