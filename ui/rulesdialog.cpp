// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rulesdialog.h"

#include "ui/cautionform.h"
#include "ui/rulesform.h"
#include "ui/savingform.h"
#include "ui/scrolledpage.h"

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
    , m_caution(new CautionForm)
    , m_saving(new SavingForm)
    , m_problem(makeText({}))
{
    const bool isNext = what == For::NextDownload;
    setWindowTitle(isNext ? tr("Options") : tr("Change What Is Wanted"));
    setAttribute(Qt::WA_DeleteOnClose);
    const JobOptions before = optionsOf(job);
    m_form->setRules(before.rules);
    m_caution->setOptions(before);
    m_saving->setOptions(before);
    connect(m_form, &RulesForm::edited, this, &RulesDialog::check);

    auto *buttons = new QDialogButtonBox;
    m_apply = buttons->addButton(
        isNext ? tr("Use for Ne&xt Download") : tr("Appl&y"), QDialogButtonBox::AcceptRole);
    // Afterwards: Tab comes to the first one only by the box itself, and passes over those before.
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(options()); });

    auto *page = new QWidget;
    auto *inner = new QVBoxLayout(page);
    if (!isNext)
        inner->addWidget(
            makeText(tr("All addresses that are known so far are judged anew. What is saved stays, "
                        "and what is being downloaded is finished.")));
    inner->addWidget(m_form, 1);
    QWidget *forNext = makeForNext();
    inner->addWidget(forNext);
    forNext->setVisible(isNext);
    auto *column = new QVBoxLayout(this);
    column->addWidget(new ScrolledPage(page), 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    m_apply->setDefault(true);
    check();
}

QWidget *RulesDialog::makeForNext()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->addWidget(m_caution);
    column->addWidget(m_saving);
    return part;
}

JobOptions RulesDialog::options() const
{
    JobOptions options;
    options.rules = m_form->rules();
    m_caution->read(options);
    m_saving->read(options);
    return options;
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
