// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rulesdialog.h"

#include "ui/figures.h"
#include "ui/rulesform.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gleaner
{

static QLabel *makeText(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

RulesDialog::RulesDialog(For what, const CrawlJob &job, QWidget *parent)
    : QDialog(parent)
    , m_form(new RulesForm)
    , m_ask(new QCheckBox)
    , m_keepOld(new QCheckBox(tr("&Keep old versions of files that an update replaces")))
    , m_problem(makeText({}))
{
    const bool isNext = what == For::NextDownload;
    setWindowTitle(isNext ? tr("Options") : tr("Change What Is Wanted"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setRules(rulesOf(job));
    connect(m_form, &RulesForm::edited, this, &RulesDialog::check);

    const GrowthMarks marks;
    // A round number of a decimal unit, as files are counted.
    m_ask->setText(tr("A&sk me at %1 files or %2 GB")
                       .arg(countText(marks.files), countText(marks.bytes / 1'000'000'000)));
    m_ask->setToolTip(tr("The download pauses then until you have said whether it is to go on."));
    m_ask->setChecked(job.whenLarge == LargeDownload::Ask);
    m_ask->setVisible(isNext);
    m_keepOld->setToolTip(tr("They are in the folder \"++versions\" of the download then."));
    m_keepOld->setChecked(job.oldVersions == OldVersions::Kept);
    m_keepOld->setVisible(isNext);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_apply = buttons->addButton(
        isNext ? tr("Use for Next &Download") : tr("&Apply"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        Q_EMIT chosen(m_form->rules(),
            m_ask->isChecked() ? LargeDownload::Ask : LargeDownload::GoOn,
            m_keepOld->isChecked() ? OldVersions::Kept : OldVersions::Replaced);
    });

    auto *column = new QVBoxLayout(this);
    if (!isNext)
        column->addWidget(
            makeText(tr("All addresses that are known so far are judged anew. What is saved stays, "
                        "and what is being downloaded is finished.")));
    column->addWidget(m_form, 1);
    column->addWidget(m_keepOld);
    column->addWidget(m_ask);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    m_apply->setDefault(true);
    check();
}

void RulesDialog::check()
{
    const QString problem =
        m_form->keepsNothing() ? tr("Choose at least one kind of file to keep.") : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_apply->setEnabled(problem.isEmpty());
    m_apply->setToolTip(problem);
}

} // namespace gleaner
