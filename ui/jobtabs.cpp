// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobtabs.h"

#include "ui/cautionform.h"
#include "ui/cookiesfield.h"
#include "ui/joboptions.h"
#include "ui/requestform.h"
#include "ui/rulesform.h"
#include "ui/savingform.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>

namespace gleaner
{

JobTabs::JobTabs(QWidget *parent)
    : QTabWidget(parent)
    , m_rules(new RulesForm)
    , m_caution(new CautionForm)
    , m_saving(new SavingForm)
    , m_requests(new RequestForm)
    , m_user(new QLineEdit)
    , m_password(new QLineEdit)
    , m_cookies(new CookiesField)
{
    setAccessibleName(tr("Advanced"));
    addPage(m_rules, tr("What Is Wanted"));
    addPage(makeSaving(), tr("Saving"));
    addPage(makeRequests(), tr("Requests"));
    connect(m_rules, &RulesForm::edited, this, &JobTabs::edited);
    connect(m_requests, &RequestForm::edited, this, &JobTabs::edited);
    connect(m_user, &QLineEdit::textEdited, this, &JobTabs::edited);
    connect(m_cookies, &CookiesField::edited, this, &JobTabs::edited);
}

/// What does not fit in a small window can be scrolled to.
void JobTabs::addPage(QWidget *page, const QString &title)
{
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->addWidget(page);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumWidth(inner->minimumSizeHint().width());
    addTab(area, title);
}

QWidget *JobTabs::makeSaving()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->addWidget(m_saving);
    column->addWidget(m_caution);
    return part;
}

QWidget *JobTabs::makeRequests()
{
    m_user->setAccessibleName(tr("Name to sign in with"));
    m_user->setToolTip(tr("For the servers of these addresses, where they ask for a name."));
    m_password->setAccessibleName(tr("Password to sign in with"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setToolTip(tr("It is not stored; it goes to these servers only."));
    auto *account = new QGroupBox(tr("Sign-in"));
    auto *form = new QFormLayout(account);
    form->addRow(tr("&Name:"), m_user);
    form->addRow(tr("&Password:"), m_password);
    auto *cookiesLabel = new QLabel(tr("Cooki&es:"));
    cookiesLabel->setBuddy(m_cookies->button());
    form->addRow(cookiesLabel, m_cookies);

    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->addWidget(m_requests);
    column->addWidget(account);
    return part;
}

void JobTabs::setJob(const CrawlJob &job)
{
    const JobOptions options = optionsOf(job);
    m_rules->setRules(options.rules);
    m_caution->setOptions(options);
    m_saving->setOptions(options);
    m_requests->setOptions(requestOptionsOf(job));
}

void JobTabs::apply(CrawlJob &job) const
{
    JobOptions options = optionsOf(job);
    options.rules = m_rules->rules();
    m_caution->read(options);
    m_saving->read(options);
    setOptions(job, options);
    setRequestOptions(job, m_requests->options());
    if (!m_cookies->cookies().empty())
        job.cookies = m_cookies->cookies();
    if (m_user->text().isEmpty())
        return;
    for (const Address &start : job.starts)
        job.network.credentials.insert(start.origin(), {m_user->text(), m_password->text()});
}

QString JobTabs::problem() const
{
    if (m_rules->keepsNothing())
        return tr("Choose at least one kind of file to keep.");
    if (m_user->text().contains(u':'))
        return tr("A name to sign in with cannot hold a colon.");
    const QString problem = m_requests->problem();
    return problem.isEmpty() ? m_cookies->problem() : problem;
}

} // namespace gleaner
