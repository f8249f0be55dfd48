// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"

#include <QTabWidget>

class QLineEdit;

namespace gleaner
{

class CautionForm;
class CookiesField;
class RequestForm;
class RulesForm;
class SavingForm;

/// Everything that can be chosen for a download and is not asked of everybody, on three pages:
/// what is wanted, how it is saved, how it is asked for. Owned by a dialog.
class JobTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit JobTabs(QWidget *parent = nullptr);

    void setJob(const CrawlJob &job);
    /// Puts into the job what stands in the forms; what they have no field for stays.
    void apply(CrawlJob &job) const;
    /// What is wrong with them; empty if nothing is.
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    QWidget *makeSaving();
    QWidget *makeRequests();
    void addPage(QWidget *page, const QString &title);

    RulesForm *m_rules;
    CautionForm *m_caution;
    SavingForm *m_saving;
    RequestForm *m_requests;
    QLineEdit *m_user;
    QLineEdit *m_password;
    CookiesField *m_cookies;
};

} // namespace gleaner
