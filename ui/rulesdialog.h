// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/joboptions.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace gleaner
{

class CautionForm;
class RulesForm;
class SavingForm;

/// Asks what is wanted: of the next download, and how it is to be saved; or of one that is known
/// already, whose addresses are then judged anew. Deletes itself when it is closed; does not hold
/// up the window.
class RulesDialog : public QDialog
{
    Q_OBJECT

public:
    enum class For : quint8 { NextDownload, KnownDownload };

    RulesDialog(For what, const CrawlJob &job, QWidget *parent);

Q_SIGNALS:
    /// Of a known download only the rules can be others.
    void chosen(const gleaner::JobOptions &options);

private:
    QWidget *makeForNext();
    JobOptions options() const;
    void check();

    RulesForm *m_form;
    CautionForm *m_caution;
    SavingForm *m_saving;
    QLabel *m_problem;
    QPushButton *m_apply;
};

} // namespace gleaner
